package dev.agoratoken.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An HTTP/2 connection, frame by frame, so that a client can break off where no library would. It keeps to the flow control
 * of the server, since a client that does not is closed at once. Not thread-safe.
 */
final class Http2Connection implements AutoCloseable {
    /** The largest frame that every peer takes. */
    static final int MAX_FRAME = 16_384;

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int INITIAL_WINDOW_SIZE = 4;
    private static final int CANCEL = 8;
    private static final int DEFAULT_WINDOW = 65_535;
    private static final int HEADER_TABLE_SIZE = 1;
    /** RFC 7541: where the statuses begin in the static table, and how an update of the dynamic table's size begins. */
    private static final int STATUS = 8;

    private static final List<String> STATUSES = List.of("200", "204", "206", "304", "400", "404", "500");
    private static final int SIZE_UPDATE_MASK = 0xE0;
    private static final int SIZE_UPDATE = 0x20;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Map<Integer, Integer> streamWindows = new HashMap<>();
    private int initialWindow = DEFAULT_WINDOW;
    private int window = DEFAULT_WINDOW;
    private int nextStream = 1;

    private Http2Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    static Http2Connection open(int port) throws IOException {
        return open(port, DEFAULT_WINDOW);
    }

    /** One whose streams may be sent so many bytes before it grants more, which it does once they have come. */
    static Http2Connection open(int port, int streamWindow) throws IOException {
        Http2Connection connection = new Http2Connection(Sockets.connect(port));
        connection.out.write(PREFACE);
        connection.send(
                SETTINGS,
                0,
                0,
                ByteBuffer.allocate(12)
                        .putShort((short) HEADER_TABLE_SIZE)
                        .putInt(0)
                        .putShort((short) INITIAL_WINDOW_SIZE)
                        .putInt(streamWindow)
                        .array());
        return connection;
    }

    int get(String path) throws IOException {
        return request(0x82, path, HEADERS_END, new byte[0]);
    }

    /** Opens a request with a body, of which nothing is sent yet. */
    int post(String path) throws IOException {
        byte[] type = "application/json".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        field.writeBytes(new byte[] {0x0F, 0x10, (byte) type.length}); // content-type in the static table
        field.writeBytes(type);
        return request(0x83, path, END_HEADERS, field.toByteArray());
    }

    private static final int HEADERS_END = END_HEADERS | END_STREAM;

    private int request(int method, String path, int flags, byte[] more) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(method);
        block.write(0x86); // :scheme http
        literal(block, 0x04, path);
        literal(block, 0x01, "localhost");
        block.writeBytes(more);
        int stream = nextStream;
        nextStream += 2;
        streamWindows.put(stream, initialWindow);
        send(HEADERS, flags, stream, block.toByteArray());
        return stream;
    }

    private static void literal(ByteArrayOutputStream block, int name, String value) {
        block.write(name);
        block.write(value.length());
        block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends as much of a body as the server's windows allow, in one frame; returns how much that was. */
    int data(int stream, byte[] body, boolean last) throws IOException {
        takeWaiting();
        int length = Math.min(Math.min(body.length, MAX_FRAME), Math.min(window, streamWindows.get(stream)));
        if (length <= 0) {
            return 0;
        }
        byte[] part = length == body.length
                ? body
                : ByteBuffer.allocate(length).put(body, 0, length).array();
        send(DATA, last && length == body.length ? END_STREAM : 0, stream, part);
        window -= length;
        streamWindows.merge(stream, -length, Integer::sum);
        return length;
    }

    void reset(int stream) throws IOException {
        send(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(CANCEL).array());
    }

    void goAway() throws IOException {
        send(GOAWAY, 0, 0, new byte[8]);
    }

    /** Reads until that stream ends; what was wrong with its answer, or nothing. */
    String await(int stream) throws IOException {
        String problem = "HTTP/2 answer without a head";
        while (true) {
            Frame frame = next();
            if (frame.stream() != stream) {
                continue;
            }
            if (frame.type() == HEADERS) {
                String status = frame.status();
                problem = status.equals("200") || status.equals("201") ? "" : "HTTP/2 " + status;
            }
            if (frame.type() == RST_STREAM) {
                return "HTTP/2 stream reset by the server";
            }
            if ((frame.type() == HEADERS || frame.type() == DATA) && (frame.flags() & END_STREAM) != 0) {
                streamWindows.remove(stream);
                return problem;
            }
        }
    }

    /** Takes the frames that have come. */
    void takeWaiting() throws IOException {
        while (in.available() > 0) {
            next();
        }
    }

    private Frame next() throws IOException {
        int lengthAndType = in.readInt();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = in.readNBytes(lengthAndType >>> 8);
        if (payload.length < lengthAndType >>> 8) {
            throw new EOFException("half a frame");
        }
        Frame frame = new Frame(lengthAndType & 0xFF, flags, stream, payload);
        take(frame);
        return frame;
    }

    private void take(Frame frame) throws IOException {
        ByteBuffer payload = ByteBuffer.wrap(frame.payload());
        boolean acknowledges = (frame.flags() & ACK) != 0;
        switch (frame.type()) {
            case SETTINGS -> {
                while (payload.remaining() >= 6) {
                    setting(payload.getShort(), payload.getInt());
                }
                if (!acknowledges) {
                    send(SETTINGS, ACK, 0, new byte[0]);
                }
            }
            case PING -> {
                if (!acknowledges) {
                    send(PING, ACK, 0, frame.payload());
                }
            }
            case WINDOW_UPDATE -> {
                if (frame.stream() == 0) {
                    window += payload.getInt();
                } else {
                    streamWindows.computeIfPresent(frame.stream(), (id, size) -> size + payload.getInt());
                }
            }
            case DATA -> {
                if (payload.hasRemaining()) {
                    send(
                            WINDOW_UPDATE,
                            0,
                            0,
                            ByteBuffer.allocate(4).putInt(payload.remaining()).array());
                }
            }
            case GOAWAY -> throw new IOException("HTTP/2 connection ended by the server");
            default -> {
                // Nothing else matters here.
            }
        }
    }

    private void setting(short name, int value) {
        if (name == INITIAL_WINDOW_SIZE) {
            int change = value - initialWindow;
            initialWindow = value;
            streamWindows.replaceAll((id, size) -> size + change);
        }
    }

    private void send(int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array());
    }

    /** Closes it by RST instead of FIN. */
    void abort() throws IOException {
        Sockets.abort(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private record Frame(int type, int flags, int stream, byte[] payload) {
        /**
         * The status, which is the first field of an answer; {@code "?"} if it is written in a way that is not read here.
         * RFC 7541: from the static table, or as digits, plain or in the Huffman code; the dynamic table has no room.
         */
        String status() {
            ByteBuffer block = ByteBuffer.wrap(payload);
            int first = block.get();
            while ((first & SIZE_UPDATE_MASK) == SIZE_UPDATE) {
                first = block.get();
            }
            int index = first & 0x7F;
            if ((first & 0x80) != 0) {
                return index >= STATUS && index < STATUS + STATUSES.size() ? STATUSES.get(index - STATUS) : "?";
            }
            boolean isStatus = (first & 0x0F) == STATUS && (first & 0x20) == 0;
            return isStatus ? digits(block) : "?";
        }

        private static String digits(ByteBuffer block) {
            int length = block.get();
            byte[] value = new byte[length & 0x7F];
            block.get(value);
            if ((length & 0x80) == 0) {
                return new String(value, StandardCharsets.US_ASCII);
            }
            String bits = new BigInteger(1, value).toString(2);
            String padded = "0".repeat(value.length * 8 - bits.length()) + bits;
            StringBuilder digits = new StringBuilder();
            for (int at = 0; digits.length() < 3; ) {
                int five = Integer.parseInt(padded.substring(at, at + 5), 2);
                boolean isShort = five <= 2; // 0 to 2 have five bits, 3 to 9 have six, from 011001 on
                digits.append(isShort ? five : Integer.parseInt(padded.substring(at, at + 6), 2) - 0x19 + 3);
                at += isShort ? 5 : 6;
            }
            return digits.toString();
        }
    }
}
