package dev.agoratoken.bench;

import dev.agoratoken.bench.ServerProcess.Memory;
import dev.agoratoken.bench.ServerProcess.Requests;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The packaged server under good clients and every kind of broken client at once; see {@code benchmarks/soak}. Its
 * arguments are the minutes and the folder to ship. Not a part of what is shipped.
 */
public final class Soak {
    /** What caches and buffers for reuse may add after the warm-up. */
    private static final double HEAP_TOLERANCE_MEGABYTES = 8;

    private static final double DIRECT_TOLERANCE_MEGABYTES = 16;
    /** What compiled code and the system's allocator may add, beside what the heap may still be extended by. */
    private static final double RESIDENT_TOLERANCE_MEGABYTES = 64;

    private static final double MAX_HEAP_MEGABYTES = 256;
    /** The server's default number of requests that are answered at a time. */
    private static final int MAX_REQUESTS = 200;

    private static final Duration COLD = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /** A long run measures growth, so it starts to measure when all buffers and the heap have their size. */
    private static final Duration LONG_RUN = Duration.ofMinutes(5);

    private static final Duration LONG_WARM_UP = Duration.ofSeconds(90);
    /** Longer than a request may take to arrive. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private static final Duration STOP = Duration.ofSeconds(45);
    private static final long PAUSE_MILLIS = 250;
    private static final long REPORT_MILLIS = 60_000;

    private final ServerProcess server;
    private final GoodClients good;
    private final BrokenClients broken;
    private final PrintStream out;
    private final List<String> failures = new ArrayList<>();

    private Soak(ServerProcess server, PrintStream out) throws IOException {
        this.server = server;
        this.good = new GoodClients(server.port());
        this.broken = new BrokenClients(server.port());
        this.out = out;
    }

    public static void main(String[] args) {
        Duration duration = Duration.ofSeconds(Math.round(Double.parseDouble(args[0]) * 60));
        boolean passed;
        try (ServerProcess server = ServerProcess.start(Path.of(args[1]))) {
            passed = new Soak(server, System.out).passes(duration);
        } catch (IOException e) {
            // It does not start, or has ended: there is nothing to measure.
            System.out.println("FAILED: " + e.getMessage());
            passed = false;
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean passes(Duration duration) throws IOException {
        out.println("JDK " + System.getProperty("java.vm.version") + ", " + duration.toSeconds() + " s");
        load(COLD, good.loops());
        load(duration.compareTo(LONG_RUN) < 0 ? WARM_UP : LONG_WARM_UP, allClients());
        settle();
        Memory begin = server.memory();
        load(duration, allClients());
        settle();
        // First the places: what keeps one may keep memory, too.
        Requests left = server.requests();
        Memory end = server.memory();
        int burst = unansweredOfBurst();

        broken.requests().forEach((kind, count) -> row(kind, "%,d", count.get()));
        requireAllKinds();
        row("good requests", "%,d", good.answers());
        row("  failed", "%,d", failedRequests());
        good.failures().forEach((problem, count) -> row("    " + problem, "%,d", count));
        row("  p50", "%.1f ms", good.percentile(50));
        row("  p99", "%.1f ms", good.percentile(99));
        row("  slowest", "%.1f ms", good.percentile(100));
        growth("heap after collection", begin.heap(), end.heap(), HEAP_TOLERANCE_MEGABYTES);
        growth("direct buffers", begin.direct(), end.direct(), DIRECT_TOLERANCE_MEGABYTES);
        double heapReserve = Math.max(0, MAX_HEAP_MEGABYTES - begin.heapSize());
        growth("resident memory", begin.resident(), end.resident(), RESIDENT_TOLERANCE_MEGABYTES + heapReserve);
        row("  at its highest", "%.0f MB", server.residentMegabytes(true));
        left("places taken at the end", left.active());
        left("requests waiting at the end", left.waiting());
        row(MAX_REQUESTS + " requests at once", "%d not answered by 200", burst);
        if (burst > 0) {
            failures.add(burst + " of " + MAX_REQUESTS + " requests at once were not answered by 200");
        }
        failures.forEach(failure -> out.println("FAILED: " + failure));
        if (!failures.isEmpty()) {
            out.println("the server's last lines:");
            server.lastLines().forEach(line -> out.println("  " + line));
        }
        return failures.isEmpty();
    }

    private void load(Duration duration, List<ClientLoop> clients) throws IOException {
        Pace pace = new Pace();
        List<Thread> threads = new ArrayList<>();
        for (ClientLoop loop : clients) {
            Thread thread = new Thread(() -> loop.run(pace), "client");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        long end = System.nanoTime() + duration.toNanos();
        long nextReport = System.nanoTime() + Duration.ofMillis(REPORT_MILLIS).toNanos();
        Pace watch = new Pace();
        while (System.nanoTime() < end && server.isAlive() && watch.pause(PAUSE_MILLIS)) {
            if (System.nanoTime() > nextReport) {
                nextReport += Duration.ofMillis(REPORT_MILLIS).toNanos();
                out.printf(
                        "  ... %,d good requests, %,d failed, %.0f MB resident%n",
                        good.answers(), failedRequests(), server.residentMegabytes(false));
            }
        }
        pace.stop();
        threads.forEach(Soak::join);
        if (!server.isAlive()) {
            throw new IOException(
                    "the server has ended; its last lines:\n  " + String.join("\n  ", server.lastLines()));
        }
    }

    private List<ClientLoop> allClients() {
        List<ClientLoop> loops = new ArrayList<>(good.loops());
        loops.addAll(broken.loops());
        return loops;
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int failedRequests() {
        return good.failures().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Until the server has noticed that all clients are gone. */
    private static void settle() {
        new Pace().pause(SETTLING.toMillis());
    }

    /** As many good requests at the same time as there are places: how many of them were not answered by 200. */
    private int unansweredOfBurst() throws IOException {
        int unanswered = 0;
        try (OpenClients<Socket> clients = new OpenClients<>()) {
            for (int i = 0; i < MAX_REQUESTS; i++) {
                clients.add(
                        () -> Sockets.connect(server.port()),
                        socket -> Sockets.send(
                                socket,
                                "GET /rtc/testing/publisher/uid/1234/ HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Connection: close\r\n\r\n"));
            }
            int[] ok = new int[1];
            clients.each(
                    socket -> ok[0] += new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                                    .startsWith("HTTP/1.1 200 ")
                            ? 1
                            : 0);
            unanswered = MAX_REQUESTS - ok[0];
        }
        return unanswered;
    }

    private void requireAllKinds() {
        broken.requests().forEach((kind, count) -> {
            if (count.get() == 0) {
                failures.add(kind + ": none was sent");
            }
        });
        if (good.answers() == 0 || failedRequests() > 0) {
            failures.add(failedRequests() + " good requests failed");
        }
    }

    private void growth(String what, double begin, double end, double tolerance) {
        row(what, "%.1f MB, then %.1f MB (up to %.0f MB more are no growth)", begin, end, tolerance);
        if (end > begin + tolerance) {
            failures.add(what + " grew by %.1f MB".formatted(end - begin));
        }
    }

    private void left(String what, OptionalDouble count) {
        row(what, "%s", count.isPresent() ? "%.0f".formatted(count.getAsDouble()) : "unknown");
        if (count.isEmpty() || count.getAsDouble() > 0) {
            failures.add(what + ": " + (count.isEmpty() ? "there is no metric for them" : "not 0"));
        }
    }

    private void row(String name, String format, Object... values) {
        out.printf("  %-44s %s%n", name, format.formatted(values));
    }
}
