package dev.agoratoken.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** Clients that do everything right: each of their requests has to be answered by 200 or 201. Thread-safe. */
final class GoodClients {
    private static final int PAUSE_MILLIS = 10;
    private static final int REQUESTS_PER_CONNECTION = 100;
    private static final long NANOS_PER_BUCKET = 100_000;
    private static final int BUCKETS = 300_000;
    private static final String BODY = "{\"services\":[{\"type\":\"rtc\",\"channel\":\"testing\",\"uid\":1234}]}";
    private static final String GET = "GET /rtc/testing/publisher/uid/1234/ HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LIVE = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String POST =
            "POST /v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + "Content-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY;
    private static final byte[] GET_TOKEN =
            "{\"tokenType\":\"rtc\",\"channel\":\"testing\",\"role\":\"publisher\",\"uid\":\"1234\"}"
                    .getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final AtomicLongArray times = new AtomicLongArray(BUCKETS);
    private final Map<String, Integer> failures = new TreeMap<>();

    GoodClients(int port) {
        this.port = port;
    }

    List<ClientLoop> loops() {
        return List.of(
                pace -> http1(pace, REQUESTS_PER_CONNECTION, GET, POST),
                pace -> http1(pace, REQUESTS_PER_CONNECTION, POST, GET),
                pace -> http1(pace, 1, GET, POST),
                pace -> http1(pace, 1, LIVE),
                this::http2);
    }

    private void http1(Pace pace, int perConnection, String... requests) {
        int next = 0;
        while (pace.pause(PAUSE_MILLIS)) {
            long begin = System.nanoTime();
            try (Socket socket = Sockets.connect(port)) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                for (int i = 0; i < perConnection && !pace.isStopped(); i++) {
                    Sockets.send(socket, requests[next++ % requests.length]);
                    answered(http1Problem(in), begin);
                    pace.pause(PAUSE_MILLIS);
                    begin = System.nanoTime();
                }
            } catch (IOException e) {
                failed("HTTP/1.1: " + words(e));
            }
        }
    }

    /** Reads an answer to its end; what is wrong with it, or nothing. */
    private static String http1Problem(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "HTTP/1.1: connection closed before the answer";
            }
            head.append((char) next);
        }
        String status = head.substring(0, head.indexOf("\r\n"));
        int length = Integer.parseInt(head.toString().replaceFirst("(?is).*content-length: *(\\d+).*", "$1"));
        if (in.readNBytes(length).length < length) {
            return "HTTP/1.1: half an answer";
        }
        // What says that it is the last of its connection is an answer, but no good client has asked for that.
        boolean closes = head.toString().toLowerCase(Locale.ROOT).contains("connection: close");
        return status.matches("HTTP/1.1 20[01] .*") && !closes ? "" : status + (closes ? ", closed" : "");
    }

    private void http2(Pace pace) {
        while (pace.pause(PAUSE_MILLIS)) {
            long begin = System.nanoTime();
            try (Http2Connection connection = Http2Connection.open(port)) {
                for (int i = 0; i < REQUESTS_PER_CONNECTION && !pace.isStopped(); i++) {
                    answered(connection.await(http2Request(connection, i)), begin);
                    pace.pause(PAUSE_MILLIS);
                    begin = System.nanoTime();
                }
            } catch (IOException e) {
                failed("HTTP/2: " + words(e));
            }
        }
    }

    private static int http2Request(Http2Connection connection, int number) throws IOException {
        if (number % 2 == 0) {
            return connection.get("/rtc/testing/publisher/uid/1234/");
        }
        int stream = connection.post("/getToken");
        connection.data(stream, GET_TOKEN, true);
        return stream;
    }

    private static String words(IOException failure) {
        return failure instanceof SocketTimeoutException
                ? "no answer within " + Sockets.TIMEOUT_MILLIS / 1000 + " s"
                : failure.getMessage();
    }

    private void answered(String problem, long begin) {
        long bucket = (System.nanoTime() - begin) / NANOS_PER_BUCKET;
        times.incrementAndGet((int) Math.min(bucket, BUCKETS - 1));
        if (!problem.isEmpty()) {
            failed(problem);
        }
    }

    private synchronized void failed(String problem) {
        failures.merge(problem, 1, Integer::sum);
    }

    /** How often what went wrong. */
    synchronized Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    /** How many requests were answered, in whatever way. */
    long answers() {
        long all = 0;
        for (int i = 0; i < BUCKETS; i++) {
            all += times.get(i);
        }
        return all;
    }

    /** The time within which so many of a hundred answers came, in milliseconds. */
    double percentile(double percent) {
        long rank = (long) Math.ceil(answers() * percent / 100);
        int bucket = 0;
        for (long seen = times.get(0); seen < rank && bucket < BUCKETS - 1; ) {
            seen += times.get(++bucket);
        }
        return (bucket + 1) * NANOS_PER_BUCKET / 1e6;
    }
}
