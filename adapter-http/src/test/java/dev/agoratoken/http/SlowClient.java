package dev.agoratoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.tls.ReloadingTlsFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** A client that takes its time: one connection on which parts of requests are sent. */
public final class SlowClient implements AutoCloseable {
    private static final int PAUSE_IN_MILLIS = 20;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int FRAME_HEAD = 9;
    private static final int FRAME_TYPE = 3;
    private static final int RST_STREAM = 3;
    private static final int MAX_DRIPS = TIMEOUT_MILLIS / PAUSE_IN_MILLIS;

    private final Socket socket;

    private SlowClient(Socket socket) {
        this.socket = socket;
    }

    public static SlowClient of(HttpFixture server) {
        try {
            return new SlowClient(new Socket(InetAddress.getLoopbackAddress(), server.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that can take two kilobytes before it reads them. */
    public static SlowClient narrow(HttpFixture server) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(2048);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            return new SlowClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that has shaken hands. */
    public static SlowClient encrypted(HttpFixture server) {
        try {
            SSLSocket socket = (SSLSocket) ReloadingTlsFixture.client()
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), server.port());
            socket.startHandshake();
            return new SlowClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SlowClient sends(String part) {
        try {
            socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer, which says how long it is. */
    public Answer answer() {
        try {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                int next = in.read();
                assertThat(next).as("the rest of: " + head).isNotNegative();
                head.append((char) next);
            }
            Answer answer = Answer.parse(head.toString());
            byte[] body = in.readNBytes(Integer.parseInt(answer.header("Content-Length")));
            return new Answer(answer.status(), answer.headers(), new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next bytes that the server sends. */
    public byte[] next(int length) {
        try {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return socket.getInputStream().readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server resets so many streams of HTTP/2. */
    public boolean resetsStreams(int count) {
        int resets = 0;
        while (resets < count) {
            byte[] head = next(FRAME_HEAD);
            if (head.length < FRAME_HEAD) {
                return false;
            }
            next((head[0] & 0xFF) << 16 | (head[1] & 0xFF) << 8 | head[2] & 0xFF);
            if (head[FRAME_TYPE] == RST_STREAM) {
                resets++;
            }
        }
        return true;
    }

    /** Sends one character after the other until the connection is closed; false if it never is. */
    public boolean isClosedWhileDripping() {
        for (int i = 0; i < MAX_DRIPS; i++) {
            try {
                sends("a");
            } catch (UncheckedIOException e) {
                return true;
            }
            if (isClosedWithin(PAUSE_IN_MILLIS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server closes it long before it would close an idle one. */
    public boolean isClosed() {
        return isClosedWithin(TIMEOUT_MILLIS);
    }

    /** Whether it is closed, by an answer before or without one, within that time. */
    public boolean isClosedWithin(int millis) {
        try {
            socket.setSoTimeout(millis);
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    public void hangUp() {
        close();
    }

    /** Closes the connection with a reset instead of an end. */
    public void resets() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends no more, and still reads. */
    public SlowClient ends() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
