package dev.agoratoken.bench;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that break off, send nonsense, or take their time; each kind in a loop of its own. Thread-safe. */
final class BrokenClients {
    private static final String POST =
            "POST /v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String WITH_LENGTH = POST + "Content-Length: 9\r\n\r\n{";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String GET = "GET /rtc/testing/publisher/uid/1234/ HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String DOCUMENT = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String TOKENS = "/v1/tokens";

    /** Long enough for the server to see what was sent before it breaks off. */
    private static final int MOMENT_MILLIS = 5;

    private static final int SECOND_MILLIS = 1000;
    /** Longer than the server lets a request take to arrive, which is 10 s. */
    private static final int HOLD_SECONDS = 14;
    /** Longer than good clients wait for an answer: they notice if silent ones hold all threads. */
    private static final int SILENT_MILLIS = Sockets.TIMEOUT_MILLIS + 10_000;

    private static final int STREAMS = 32;
    private static final int MAX_ANSWER = 64 * 1024;
    private static final int SLOW_BODIES = 1000;
    private static final int SLOW_HEADS = 100;
    private static final int SILENT_READERS = 80;
    private static final int PIPELINED = 150;
    private static final int SMALL_BUFFER = 2048;
    private static final int LARGE_BODY_CONNECTIONS = 120;
    private static final int LARGE_BODIES = 65;
    private static final int LARGE_BODY = 16 * 1024 - 1;
    private static final int CLOSED_WINDOWS = 4;
    private static final int QUICK_CONNECTS = 50;

    private final int port;
    private final Map<String, AtomicInteger> requests = new LinkedHashMap<>();
    private final List<ClientLoop> loops = new ArrayList<>();

    BrokenClients(int port) {
        this.port = port;
        add("HTTP/1.1 body with a length, then RST", 100, pace -> sendAndAbort(pace, WITH_LENGTH));
        add("HTTP/1.1 chunked body, then RST", 100, pace -> sendAndAbort(pace, CHUNKED + "5\r\n{\"se"));
        add("HTTP/1.1 request, then RST", 100, pace -> sendAndAbort(pace, GET));
        add("HTTP/1.1 body, then half-close", 100, pace -> halfClose(WITH_LENGTH));
        add("HTTP/1.1 request, then half-close", 100, pace -> halfClose(GET));
        add("HTTP/1.1 malformed chunk", 100, pace -> sendAndRead(CHUNKED + "zz\r\n{\r\n"));
        add(
                "HTTP/1.1 slow bodies with a length",
                SECOND_MILLIS,
                pace -> drip(pace, SLOW_BODIES / 2, lengthOf(100_000), "x"));
        add("HTTP/1.1 slow chunked bodies", SECOND_MILLIS, pace -> drip(pace, SLOW_BODIES / 2, CHUNKED, "1\r\nx\r\n"));
        add("HTTP/1.1 slow heads", SECOND_MILLIS, pace -> drip(pace, SLOW_HEADS, "GET / HTTP/1.1\r\nX: ", "x"));
        add("HTTP/1.1 answers that nobody reads", SECOND_MILLIS, this::neverRead);
        add("HTTP/2 bodies, then RST_STREAM", 200, pace -> http2(pace, Http2Ending.RESET_STREAMS));
        add("HTTP/2 bodies, then GOAWAY", 200, pace -> http2(pace, Http2Ending.GO_AWAY));
        add("HTTP/2 bodies, then a closed connection", 200, pace -> http2(pace, Http2Ending.CLOSE));
        add("HTTP/2 bodies, then RST", 200, pace -> http2(pace, Http2Ending.ABORT));
        add("HTTP/2 large bodies that never end", SECOND_MILLIS, this::largeBodies);
        add("HTTP/2 answers without a window", SECOND_MILLIS, this::closedWindows);
        add("connects that send nothing", 500, pace -> quickConnects());
    }

    private static String lengthOf(int length) {
        return POST + "Content-Length: " + length + "\r\n\r\n";
    }

    private void add(String name, long pauseMillis, Round round) {
        AtomicInteger count = new AtomicInteger();
        requests.put(name, count);
        loops.add(pace -> {
            do {
                try {
                    count.addAndGet(round.run(pace));
                } catch (IOException e) {
                    // The server may end what is broken whenever it likes. If it were down, good clients would notice.
                    count.incrementAndGet();
                }
            } while (pace.pause(pauseMillis));
        });
    }

    List<ClientLoop> loops() {
        return List.copyOf(loops);
    }

    /** How many requests or connections there were of each kind. */
    Map<String, AtomicInteger> requests() {
        return requests;
    }

    private int sendAndAbort(Pace pace, String text) throws IOException {
        try (Socket socket = Sockets.connect(port)) {
            Sockets.send(socket, text);
            pace.pause(MOMENT_MILLIS);
            Sockets.abort(socket);
            return 1;
        }
    }

    private int halfClose(String text) throws IOException {
        try (Socket socket = Sockets.connect(port)) {
            Sockets.send(socket, text);
            socket.shutdownOutput();
            socket.getInputStream().readNBytes(MAX_ANSWER);
            return 1;
        }
    }

    private int sendAndRead(String text) throws IOException {
        try (Socket socket = Sockets.connect(port)) {
            Sockets.send(socket, text);
            socket.getInputStream().readNBytes(MAX_ANSWER);
            return 1;
        }
    }

    /** Connections that begin a request at the same time and go on with it once a second. */
    private int drip(Pace pace, int count, String begin, String drop) throws IOException {
        try (OpenClients<Socket> clients = new OpenClients<>()) {
            for (int i = 0; i < count && !pace.isStopped(); i++) {
                clients.add(() -> Sockets.connect(port), socket -> Sockets.send(socket, begin));
            }
            for (int second = 0; second < HOLD_SECONDS && pace.pause(SECOND_MILLIS); second++) {
                clients.each(socket -> Sockets.send(socket, drop));
            }
            return clients.opened();
        }
    }

    private int neverRead(Pace pace) throws IOException {
        try (OpenClients<Socket> clients = new OpenClients<>()) {
            for (int i = 0; i < SILENT_READERS && !pace.isStopped(); i++) {
                clients.add(
                        () -> Sockets.connect(port, SMALL_BUFFER),
                        socket -> Sockets.send(socket, DOCUMENT.repeat(PIPELINED)));
            }
            pace.pause(SILENT_MILLIS);
            clients.each(Sockets::abort);
            return clients.opened() * PIPELINED;
        }
    }

    private int http2(Pace pace, Http2Ending ending) throws IOException {
        try (Http2Connection connection = Http2Connection.open(port)) {
            List<Integer> streams = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                int stream = connection.post(TOKENS);
                connection.data(stream, new byte[] {'{'}, false);
                streams.add(stream);
            }
            pace.pause(MOMENT_MILLIS);
            switch (ending) {
                case RESET_STREAMS -> {
                    for (int stream : streams) {
                        connection.reset(stream);
                    }
                    pace.pause(MOMENT_MILLIS);
                }
                case GO_AWAY -> {
                    connection.goAway();
                    pace.pause(MOMENT_MILLIS);
                }
                case CLOSE -> {
                    // It is closed below.
                }
                case ABORT -> connection.abort();
            }
            return streams.size();
        }
    }

    private int largeBodies(Pace pace) throws IOException {
        byte[] body = new byte[LARGE_BODY];
        try (OpenClients<Http2Connection> clients = new OpenClients<>()) {
            AtomicInteger bodies = new AtomicInteger();
            for (int i = 0; i < LARGE_BODY_CONNECTIONS && !pace.isStopped(); i++) {
                clients.add(() -> Http2Connection.open(port), connection -> {
                    for (int each = 0; each < LARGE_BODIES; each++) {
                        connection.data(connection.post(TOKENS), body, false);
                        bodies.incrementAndGet();
                    }
                });
            }
            pace.pause((long) HOLD_SECONDS * SECOND_MILLIS);
            return bodies.get();
        }
    }

    private int closedWindows(Pace pace) throws IOException {
        try (OpenClients<Http2Connection> clients = new OpenClients<>()) {
            for (int i = 0; i < CLOSED_WINDOWS && !pace.isStopped(); i++) {
                clients.add(() -> Http2Connection.open(port, 0), connection -> {
                    for (int each = 0; each < STREAMS; each++) {
                        connection.get("/openapi.json");
                    }
                });
            }
            pace.pause(SILENT_MILLIS);
            return clients.opened() * STREAMS;
        }
    }

    private int quickConnects() throws IOException {
        try (OpenClients<Socket> clients = new OpenClients<>()) {
            for (int i = 0; i < QUICK_CONNECTS; i++) {
                boolean aborts = i % 2 == 0;
                clients.add(() -> Sockets.connect(port), socket -> {
                    if (aborts) {
                        Sockets.abort(socket);
                    }
                });
            }
            return clients.opened();
        }
    }

    private enum Http2Ending {
        RESET_STREAMS,
        GO_AWAY,
        CLOSE,
        ABORT
    }

    /** Returns how many requests there were. */
    @FunctionalInterface
    private interface Round {
        int run(Pace pace) throws IOException;
    }
}
