package dev.agoratoken.http.jetty;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.SelectorManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections above a limit at once, so that clients can try another instance. Jetty's own limit stops accepting
 * instead and leaves them waiting.
 */
final class ConnectionLimiter implements SelectorManager.AcceptListener {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimiter.class);

    private final int max;
    private final AtomicInteger open = new AtomicInteger();
    private final CompletableFuture<Void> allClosed = new CompletableFuture<>();
    private volatile boolean closing;
    private final OncePerMinute warning = new OncePerMinute();

    ConnectionLimiter(int max) {
        this.max = max;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        if (open.incrementAndGet() > max) {
            close(channel);
            warn();
        }
    }

    /** Called for channels that {@link #onAccepting} closed, too. */
    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        closed();
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        closed();
    }

    private void closed() {
        if (open.decrementAndGet() == 0 && closing) {
            allClosed.complete(null);
        }
    }

    /** Completes when all connections are closed, including those that Jetty has not processed yet. Accepting has stopped. */
    CompletableFuture<Void> allClosed() {
        closing = true;
        if (open.get() == 0) {
            allClosed.complete(null);
        }
        return allClosed;
    }

    private static void close(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    /** Warns once a minute, because there may be many. */
    private void warn() {
        warning.run(() -> LOG.warn("closing new connections: {} are open, the limit of server.max-connections", max));
    }
}
