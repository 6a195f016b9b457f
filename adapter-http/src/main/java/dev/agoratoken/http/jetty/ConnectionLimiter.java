package dev.agoratoken.http.jetty;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.SelectorManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections beyond so many. Jetty's own limit stops accepting instead, and leaves clients waiting who could have
 * gone elsewhere.
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

    /** A channel that was closed above fails to be accepted, which comes here. */
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

    /** When no more are accepted: done as soon as all are closed, those included that Jetty has not looked at yet. */
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
            // Then it is gone.
        }
    }

    /** Not each of them: they may be many. */
    private void warn() {
        warning.run(() -> LOG.warn("closing new connections: {} are open, the limit of server.max-connections", max));
    }
}
