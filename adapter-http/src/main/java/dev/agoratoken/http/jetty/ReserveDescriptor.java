package dev.agoratoken.http.jetty;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections. When the process has no file descriptor left, it uses a reserved one to accept and close the
 * waiting connections: Jetty would otherwise retry them without a pause.
 */
final class ReserveDescriptor extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReserveDescriptor.class);

    private final OncePerMinute warning = new OncePerMinute();
    private @Nullable SocketChannel reserve;

    @Override
    protected void doStart() throws IOException {
        reserve = SocketChannel.open();
    }

    @Override
    protected void doStop() {
        close(reserve);
    }

    /** Accepts the next connection; returns null if there is none or it was closed. */
    synchronized @Nullable SocketChannel accept(ServerSocketChannel server) throws IOException {
        try {
            return server.accept();
        } catch (IOException e) {
            if (!server.isOpen()) {
                throw e;
            }
            warning.run(() -> LOG.warn("cannot accept connections, closing them: {}", e.getMessage()));
            return closeNext(server);
        }
    }

    private @Nullable SocketChannel closeNext(ServerSocketChannel server) {
        close(reserve);
        try {
            close(server.accept());
            reserve = SocketChannel.open();
        } catch (IOException e) {
            // Another thread took the descriptor; the next attempt tries again.
        }
        return null;
    }

    private static void close(@Nullable Channel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
