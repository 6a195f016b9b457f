package dev.agoratoken.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server in a process of its own, on a free port of the loopback address. Thread-safe. */
final class ServerProcess implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("agora-token serves http://127\\.0\\.0\\.1:(\\d+) ");
    private static final String ACCESS_LOG = " INFO requests - ";
    private static final int KEPT_LINES = 15;

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Deque<String> log = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts what is in that folder as its launcher does, with no setting but a project. */
    static ServerProcess start(Path dist) throws IOException {
        Path folder = Files.createTempDirectory("soak"); // without .env or a configuration file
        ProcessBuilder builder = new ProcessBuilder(
                        dist.resolve("bin").resolve("agora-token").toString(), "serve", "--port", "0")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // Any project will do: the tokens go nowhere.
        builder.environment().put("APP_ID", "00000000000000000000000000000000");
        builder.environment().put("APP_CERTIFICATE", "11111111111111111111111111111111");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        folder.toFile().deleteOnExit();
        ServerProcess server = new ServerProcess(builder.start());
        // Also where this program is told to end.
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
        Thread reader = new Thread(server::readLog, "log");
        reader.setDaemon(true);
        reader.start();
        return server;
    }

    private void readLog() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    port.complete(Integer.valueOf(address.group(1)));
                }
                if (!line.contains(ACCESS_LOG)) {
                    keep(line);
                }
            }
        } catch (IOException e) {
            keep("the log cannot be read: " + e.getMessage());
        } finally {
            port.completeExceptionally(new IOException("the server has ended"));
        }
    }

    private void keep(String line) {
        synchronized (log) {
            if (log.size() == KEPT_LINES) {
                log.removeFirst();
            }
            log.addLast(line);
        }
    }

    int port() throws IOException {
        try {
            return port.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IOException("the server does not start: " + String.join("\n", lastLines()), e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines of its log that are not about requests. */
    List<String> lastLines() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Resident memory in MB, now and at its highest. */
    double residentMegabytes(boolean highest) {
        Pattern line = Pattern.compile((highest ? "VmHWM" : "VmRSS") + ":\\s+(\\d+) kB");
        try {
            Matcher found = line.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            return found.find() ? Long.parseLong(found.group(1)) / 1024.0 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Heap and direct buffers in MB after a collection. */
    Memory memory() throws IOException {
        collect();
        String metrics = metrics();
        return new Memory(
                megabytes(metrics, "jvm_memory_used_bytes\\{area=\"heap\",[^}]*}"),
                megabytes(metrics, "jvm_memory_committed_bytes\\{area=\"heap\",[^}]*}"),
                megabytes(metrics, "jvm_buffer_memory_used_bytes\\{id=\"direct\"}"),
                residentMegabytes(false));
    }

    private static double megabytes(String metrics, String series) {
        return sum(metrics, series).orElseThrow() / (1 << 20);
    }

    private void collect() throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!jcmd.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
                throw new IOException("jcmd cannot reach the server");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** How many requests have a place, and how many wait for one or for a client; none if there is no such metric. */
    Requests requests() throws IOException {
        String metrics = metrics();
        return new Requests(sum(metrics, "agora_requests_active"), sum(metrics, "agora_requests_waiting"));
    }

    private String metrics() throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/metrics"))
                    .timeout(TIMEOUT)
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static OptionalDouble sum(String metrics, String series) {
        Matcher found = Pattern.compile("(?m)^" + series + " (\\S+)$").matcher(metrics);
        double[] values = found.results()
                .mapToDouble(each -> Double.parseDouble(each.group(1)))
                .toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(values).sum());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What the server is at. */
    record Requests(OptionalDouble active, OptionalDouble waiting) {}

    /** What the server holds, in MB; {@code heapSize} is how far the heap has been extended. */
    record Memory(double heap, double heapSize, double direct, double resident) {}
}
