package dev.agoratoken.http;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.SelectorManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections beyond so many. Jetty's own limit stops accepting instead, and leaves clients waiting who could have
 * gone elsewhere.
 */
final class ConnectionCap implements SelectorManager.AcceptListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCap.class);
    private static final long MINUTE = 60_000_000_000L;

    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - MINUTE);

    ConnectionCap(int most) {
        this.most = most;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        if (open.incrementAndGet() > most) {
            close(channel);
            tell();
        }
    }

    /** A channel that was closed above fails to be accepted, which comes here. */
    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        open.decrementAndGet();
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        open.decrementAndGet();
    }

    private static void close(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Then it is gone.
        }
    }

    /** Not each of them: they may be many. */
    private void tell() {
        long last = toldAt.get();
        long now = System.nanoTime();
        if (now - last >= MINUTE && toldAt.compareAndSet(last, now)) {
            LOG.warn("{} connections are open; further ones are closed (server.max-connections)", most);
        }
    }
}
