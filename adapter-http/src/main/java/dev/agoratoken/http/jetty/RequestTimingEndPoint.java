package dev.agoratoken.http.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that measures the time since the first byte of a request. An idle timeout alone would restart with each
 * byte.
 */
final class RequestTimingEndPoint extends SocketChannelEndPoint {
    private static final long NOTHING = 0;

    private volatile long receivingSince = NOTHING;

    RequestTimingEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** Returns the end point of a request. */
    static RequestTimingEndPoint of(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        return (RequestTimingEndPoint) endPoint;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0 && receivingSince == NOTHING) {
            receivingSince = System.nanoTime() | 1; // never 0
        }
        return filled;
    }

    /** Ends the measurement: the next byte starts a new request. */
    void requestReceived() {
        receivingSince = NOTHING;
    }

    /**
     * Returns whether a request is incomplete after this time. Over HTTP/2 requests share a connection; there each stream
     * has a timeout, and so does the connection.
     */
    boolean isTimedOut(long nanos) {
        Connection connection = getConnection();
        if (connection instanceof SslConnection encrypted) {
            connection = encrypted.getSslEndPoint().getConnection();
            if (connection.getBytesIn() == 0) {
                requestReceived(); // the bytes were of the TLS handshake, which is not a request
            }
        }
        if (connection instanceof HTTP2Connection multiplexed) {
            multiplexed.getSession().onIdleTimeout();
            return false;
        }
        long since = receivingSince;
        return since != NOTHING && System.nanoTime() - since > nanos;
    }
}
