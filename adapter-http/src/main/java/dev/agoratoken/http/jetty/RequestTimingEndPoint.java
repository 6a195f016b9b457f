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
 * A connection that knows since when a request has been arriving on it: since its first byte. An idle timeout alone would
 * begin anew with each byte that drips in.
 */
final class RequestTimingEndPoint extends SocketChannelEndPoint {
    private static final long NOTHING = 0;

    private volatile long receivingSince = NOTHING;

    RequestTimingEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** The one on which that request came. */
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

    /** What has been arriving is there: whatever comes next is something new. */
    void requestReceived() {
        receivingSince = NOTHING;
    }

    /**
     * Whether a request has been arriving for longer. Over HTTP/2 many of them share a connection and come between each
     * other; each has a time limit of its own there, and the connection another.
     */
    boolean isTimedOut(long nanos) {
        Connection connection = getConnection();
        if (connection instanceof SslConnection encrypted) {
            connection = encrypted.getSslEndPoint().getConnection();
            if (connection.getBytesIn() == 0) {
                requestReceived(); // the handshake; while that lasts, another connection is there, which does not count
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
