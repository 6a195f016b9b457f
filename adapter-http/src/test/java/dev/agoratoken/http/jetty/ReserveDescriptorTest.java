package dev.agoratoken.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReserveDescriptorTest {
    @Test
    void closesWhatWaitsWhenThereIsNoDescriptorLeft() throws Exception {
        ReserveDescriptor spare = new ReserveDescriptor();
        spare.start();
        try (FullServer server = new FullServer()) {
            assertThat(spare.accept(server)).isNull();
            assertThat(spare.accept(server)).isNull();

            assertThat(server.accepted).hasSize(2).noneMatch(SocketChannel::isOpen);
        } finally {
            spare.stop();
        }
    }

    /** Every other attempt to accept a connection fails, as if that took the last descriptor. */
    private static final class FullServer extends ServerSocketChannel {
        private final List<SocketChannel> accepted = new ArrayList<>();
        private boolean full;

        private FullServer() {
            super(SelectorProvider.provider());
        }

        @Override
        public SocketChannel accept() throws IOException {
            full = !full;
            if (full) {
                throw new IOException("Too many open files");
            }
            accepted.add(SocketChannel.open());
            return accepted.get(accepted.size() - 1);
        }

        @Override
        public ServerSocketChannel bind(SocketAddress local, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T getOption(SocketOption<T> name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<SocketOption<?>> supportedOptions() {
            return Set.of();
        }

        @Override
        public ServerSocket socket() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SocketAddress getLocalAddress() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void implCloseSelectableChannel() {}

        @Override
        protected void implConfigureBlocking(boolean block) {}
    }
}
