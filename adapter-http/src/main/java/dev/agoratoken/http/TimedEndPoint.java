package dev.agoratoken.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that knows since when a request has been arriving on it: since its first byte. An idle timeout alone would
 * begin anew with each byte that drips in.
 */
final class TimedEndPoint extends SocketChannelEndPoint {
    private static final long NOTHING = 0;

    private volatile long arrivingSince = NOTHING;
    private volatile boolean multiplexed;

    TimedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** The one on which that request came. */
    static TimedEndPoint of(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        return (TimedEndPoint) endPoint;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0 && arrivingSince == NOTHING) {
            arrivingSince = System.nanoTime() | 1; // never 0
        }
        return filled;
    }

    /** What has been arriving is there: whatever comes next is something new. */
    void arrived() {
        arrivingSince = NOTHING;
    }

    /** Many requests share it from now on, and also come between each other: each has a time limit of its own. */
    void multiplex() {
        multiplexed = true;
    }

    boolean isLate(long nanos) {
        long since = arrivingSince;
        return !multiplexed && since != NOTHING && System.nanoTime() - since > nanos;
    }
}
