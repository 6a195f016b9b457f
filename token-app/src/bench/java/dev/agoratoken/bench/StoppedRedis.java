package dev.agoratoken.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Measures every request while a Redis stops and continues, for {@code benchmarks/replicas}. Clients send one request after
 * the other, so some of them wait for Redis whenever it stops. Exit code 1 if one of the requests from the first stop on
 * fails or takes too long, or if none was in flight at a stop.
 */
final class StoppedRedis {
    private static final long LONGEST = Duration.ofMillis(200).toNanos();
    private static final int CLIENTS = 16;
    private static final int STOPS = 3;
    private static final int BEFORE_MILLIS = 10_000;
    private static final int STOPPED_MILLIS = 4_000;
    /** Longer than servers wait until they try an outage again. */
    private static final int CONTINUED_MILLIS = 8_000;
    /** A client that sends all the time leaves the servers of a small machine no time to answer. */
    private static final int PAUSE_MILLIS = 5;

    private final int port;
    private final String redis;
    private final String request;
    private final Pace pace = new Pace();

    private StoppedRedis(int port, String redis, String key) {
        this.port = port;
        this.redis = redis;
        this.request =
                "GET /rtc/testing/publisher/uid/1234/ HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: " + key + "\r\n\r\n";
    }

    private record Sample(long start, long end, boolean ok) {
        private boolean isSlow() {
            return end - start > LONGEST;
        }

        private boolean isInFlightAt(long moment) {
            return start < moment && end > moment;
        }

        private double millis() {
            return (end - start) / 1e6;
        }
    }

    /** When Redis was stopped, and when it continued. */
    private record Stop(long from, long to) {
        private boolean contains(long moment) {
            return moment >= from && moment <= to;
        }
    }

    /** The port of the servers, the process id of Redis, and the key of a caller with a rate that nobody reaches. */
    public static void main(String[] arguments) throws Exception {
        System.exit(new StoppedRedis(Integer.parseInt(arguments[0]), arguments[1], arguments[2]).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<List<Sample>>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit((Callable<List<Sample>>) this::sendAll));
            }
            pace.pause(BEFORE_MILLIS);
            List<Stop> stops = new ArrayList<>();
            for (int i = 0; i < STOPS; i++) {
                stops.add(stop());
            }
            pace.stop();
            return report(samples(running), stops);
        } finally {
            signal("CONT");
            clients.shutdownNow();
        }
    }

    private Stop stop() throws IOException, InterruptedException {
        signal("STOP");
        // Redis stopped just before; what was sent since then waits for it as well.
        long from = System.nanoTime();
        pace.pause(STOPPED_MILLIS);
        long to = System.nanoTime();
        signal("CONT");
        pace.pause(CONTINUED_MILLIS);
        return new Stop(from, to);
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, redis).start().waitFor();
    }

    private static List<Sample> samples(List<Future<List<Sample>>> running)
            throws InterruptedException, ExecutionException {
        List<Sample> samples = new ArrayList<>();
        for (Future<List<Sample>> client : running) {
            samples.addAll(client.get());
        }
        return samples;
    }

    private List<Sample> sendAll() {
        List<Sample> samples = new ArrayList<>();
        while (!pace.isStopped()) {
            try (Socket socket = Sockets.connect(port)) {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                while (pace.pause(PAUSE_MILLIS)) {
                    samples.add(send(socket, in));
                }
            } catch (IOException e) {
                long now = System.nanoTime();
                samples.add(new Sample(now, now, false));
            }
        }
        return samples;
    }

    private Sample send(Socket socket, InputStream in) throws IOException {
        long start = System.nanoTime();
        Sockets.send(socket, request);
        boolean ok = readLine(in).startsWith("HTTP/1.1 200 ");
        int length = 0;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.readNBytes(length);
        return new Sample(start, System.nanoTime(), ok);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static boolean report(List<Sample> samples, List<Stop> stops) {
        long first = stops.get(0).from();
        Predicate<Sample> before = sample -> sample.end() < first;
        Predicate<Sample> atStop = sample -> stops.stream().anyMatch(stop -> sample.isInFlightAt(stop.from()));
        Predicate<Sample> during = sample -> stops.stream().anyMatch(stop -> stop.contains(sample.start()));
        boolean passed =
                print("before the first stop", samples.stream().filter(before).toList(), false);
        passed &= print("in flight at a stop", samples.stream().filter(atStop).toList(), true);
        passed &= print("sent during a stop", samples.stream().filter(during).toList(), true);
        return passed
                & print(
                        "sent after it",
                        samples.stream()
                                .filter(before.or(atStop).or(during).negate())
                                .toList(),
                        true);
    }

    private static boolean print(String name, List<Sample> samples, boolean judged) {
        long failed = samples.stream().filter(sample -> !sample.ok()).count();
        long slow = samples.stream().filter(Sample::isSlow).count();
        double slowest = samples.stream()
                .map(Sample::millis)
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        boolean passed = !judged || failed == 0 && slow == 0 && !samples.isEmpty();
        System.out.printf(
                "  %s: requests %s: %d; %d failed, %d took more than 200 ms, the slowest %.0f ms%n",
                passed ? "ok" : "FAILED", name, samples.size(), failed, slow, slowest);
        return passed;
    }
}
