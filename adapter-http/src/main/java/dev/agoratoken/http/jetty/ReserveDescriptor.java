package dev.agoratoken.http.jetty;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections. When the process has no file descriptor left, it lends the one that it keeps to close those that
 * wait: they would else be tried again and again without a pause.
 */
final class ReserveDescriptor extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReserveDescriptor.class);

    private final OncePerMinute warning = new OncePerMinute();
    private SocketChannel spare;

    @Override
    protected void doStart() throws IOException {
        spare = SocketChannel.open();
    }

    @Override
    protected void doStop() {
        close(spare);
    }

    /** The next connection that waits; null if there is none that can be had. */
    synchronized SocketChannel accept(ServerSocketChannel server) throws IOException {
        try {
            return server.accept();
        } catch (IOException e) {
            if (!server.isOpen()) {
                throw e;
            }
            warning.run(() -> LOG.warn("cannot accept connections, closing them: {}", e.getMessage()));
            return turnAway(server);
        }
    }

    private SocketChannel turnAway(ServerSocketChannel server) {
        close(spare);
        try {
            close(server.accept());
            spare = SocketChannel.open();
        } catch (IOException e) {
            // Another thread took the descriptor; the next attempt starts from here.
        }
        return null;
    }

    private static void close(Channel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Then it is gone.
        }
    }
}
