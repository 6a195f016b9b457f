package dev.agoratoken.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Connections to the server on this machine. */
final class Sockets {
    /** How long a connection, or the next bytes of an answer, may take on a machine that is busy with other things, too. */
    static final int TIMEOUT_MILLIS = 30_000;

    private Sockets() {}

    static Socket connect(int port) throws IOException {
        return connect(port, 0);
    }

    /** One with a receive buffer of that size in bytes; 0 for what the system chooses. */
    static Socket connect(int port, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        try {
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Closes it by RST instead of FIN. */
    static void abort(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
