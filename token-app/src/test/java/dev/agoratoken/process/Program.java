package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged program, run in a folder of its own with nothing but the given variables. */
final class Program {
    static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
    static final String CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b";
    static final Map<String, String> PROJECT = Map.of("APP_ID", APP_ID, "APP_CERTIFICATE", CERTIFICATE);

    private static final long TIMEOUT_SECONDS = 60;
    private static final Pattern ADDRESS = Pattern.compile("agora-token serves (https?://[^ ]+) ");

    private final Path folder;
    private final List<String> start;
    private final Map<String, String> variables;

    private Program(Path folder, List<String> start, Map<String, String> variables) {
        this.folder = folder;
        this.start = start;
        this.variables = variables;
    }

    /** {@code java -jar agora-token.jar}, on the Java that runs the tests, with their flags. */
    static Program jar(Path folder) {
        List<String> command = new ArrayList<>(List.of(jdkCommand("java")));
        command.addAll(List.of(path("agora-token.jvm").split(" ")));
        command.addAll(List.of("-jar", path("agora-token.jar")));
        return new Program(folder, command, Map.of());
    }

    /** {@code java} itself. */
    static Program java(Path folder) {
        return jdk(folder, "java");
    }

    /** A command of the Java that runs the tests. */
    static Program jdk(Path folder, String command) {
        return new Program(folder, List.of(jdkCommand(command)), Map.of());
    }

    /** A shell that runs its argument, and finds the launcher. */
    static Program shell(Path folder) {
        String path = Path.of(path("agora-token.dist"), "bin") + ":" + System.getenv("PATH");
        return new Program(folder, List.of("sh", "-c"), Map.of("PATH", path));
    }

    /** {@code bin/agora-token} of the folder to ship. */
    static Program launcher(Path folder) {
        return at(folder, Path.of(path("agora-token.dist"), "bin", "agora-token"));
    }

    /** The launcher where a user put it. */
    static Program at(Path folder, Path launcher) {
        return new Program(folder, List.of(launcher.toString()), Map.of());
    }

    private static String jdkCommand(String command) {
        return Path.of(System.getProperty("java.home"), "bin", command).toString();
    }

    /** A setting of the build, such as a path. */
    static String path(String property) {
        String path = System.getProperty(property);
        assertThat(path).as("run by mvn verify, which sets " + property).isNotNull();
        return path;
    }

    Program with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return new Program(folder, start, all);
    }

    /** Runs to the end. */
    Outcome run(String... args) {
        return runWithInput("", args);
    }

    /** Runs to the end, with that on standard input. */
    Outcome runWithInput(String in, String... args) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = builder(args)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.outputWriter(StandardCharsets.UTF_8).append(in).close();
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts the server and waits until it says where it is. */
    Server serve(String... args) {
        String[] command = new String[args.length + 1];
        command[0] = "serve";
        System.arraycopy(args, 0, command, 1, args.length);
        try {
            return Server.await(start(command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits for nothing. */
    Process start(String... command) throws IOException {
        return builder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Sends a process a signal such as {@code TERM}. */
    static void signal(Process process, String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private ProcessBuilder builder(String... args) {
        List<String> command = new ArrayList<>(start);
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1"); // as test.jvm in pom.xml
        builder.environment().putAll(variables);
        return builder;
    }

    /** How a run ended. */
    record Outcome(int exitCode, String out, String err) {}

    /** A server that runs. Closing it ends it, whatever state it is in. */
    static final class Server implements AutoCloseable {
        private final Process process;
        private final List<String> announcement;
        private final CompletableFuture<List<String>> later;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        /** Whatever comes is read at once: a server whose lines nobody takes would wait in the end. */
        private Server(Process process, BufferedReader err, List<String> announcement) {
            this.process = process;
            this.announcement = announcement;
            this.later = CompletableFuture.supplyAsync(
                    () -> err.lines().peek(lines::add).toList());
        }

        static Server await(Process process) throws IOException {
            BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>();
            String line = err.readLine();
            while (line != null) {
                lines.add(line);
                if (line.contains("/ping")) {
                    return new Server(process, err, lines);
                }
                line = err.readLine();
            }
            throw new AssertionError("the server ended: " + lines);
        }

        String address() {
            Matcher matcher = ADDRESS.matcher(String.join("\n", announcement));
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }

        /** The most that has been resident, in megabytes. Linux only. */
        int peakMegabytes() {
            try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                return lines.filter(line -> line.startsWith("VmHWM:"))
                        .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")) / 1024)
                        .findFirst()
                        .orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long pid() {
            return process.pid();
        }

        List<String> announcement() {
            return announcement;
        }

        /** Sends a signal such as {@code TERM}. */
        void signal(String name) {
            Program.signal(process, name);
        }

        /** Waits until it says that. */
        void awaitLine(String part) {
            if (announcement.stream().anyMatch(line -> line.contains(part))) {
                return;
            }
            try {
                String line = lines.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                while (line != null && !line.contains(part)) {
                    line = lines.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                }
                assertThat(line).as(part).isNotNull();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** The exit code, when it has ended. */
        int exitCode() {
            try {
                assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
                return process.exitValue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** What it said after the announcement; waits for its end. */
        List<String> laterLines() {
            return later.join();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
