package dev.agoratoken.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.process.ProcessEnvironment;
import dev.agoratoken.app.process.ReloadSignal;
import dev.agoratoken.app.process.ShutdownHook;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.port.ProcessControl.Registration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeRunnerTest {
    private static final Map<String, String> PROJECT =
            Map.of("APP_ID", ConfigFixture.APP_ID, "APP_CERTIFICATE", ConfigFixture.CERTIFICATE);

    private final PrintStream errOfTheProcess = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        System.setErr(errOfTheProcess);
    }

    @Test
    void listensForSignalsBeforeItListensForRequests() throws IOException {
        int port = freePort();
        EarlySignal signal = new EarlySignal(port);

        assertThat(serve(port, signal)).isZero();

        assertThat(signal.wasBeforeTheStart).isTrue();
        assertThat(signal.isListenedFor).isFalse();
        assertThat(isListening(port)).isFalse();
    }

    @Test
    void listensForSignalsNoMoreIfItCannotStart() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NoSignal none = new NoSignal();

            assertThat(serve(other.getLocalPort(), none)).isEqualTo(2);

            assertThat(none.isListenedFor).as("its end would be 0").isFalse();
        }
    }

    private int serve(int port, ShutdownHook shutdownHook) {
        ProcessEnvironment processEnvironment = new ProcessEnvironment(
                PROJECT,
                folder,
                InputStream.nullInputStream(),
                OutputStyle.PIPED,
                shutdownHook,
                ReloadSignal.ofNothing());
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        return ConfigFixture.commandLine(processEnvironment)
                .run(InputStream.nullInputStream(), out, out, "serve", "--port", Integer.toString(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isListening(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Never comes. */
    private static class NoSignal implements ShutdownHook {
        boolean isListenedFor;

        @Override
        public Registration onSignal(IntSupplier finish) {
            isListenedFor = true;
            return () -> isListenedFor = false;
        }
    }

    /** Comes as soon as somebody listens for it. */
    private static final class EarlySignal extends NoSignal {
        private final int port;
        private boolean wasBeforeTheStart;

        private EarlySignal(int port) {
            this.port = port;
        }

        @Override
        public Registration onSignal(IntSupplier finish) {
            try {
                wasBeforeTheStart = !isListening(port);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            finish.getAsInt();
            return super.onSignal(finish);
        }
    }
}
