package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchIT {
    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    @Test
    void answersManyLinesInASmallHeap() throws IOException {
        Path in = folder.resolve("guests.csv");
        try (var lines = Files.newBufferedWriter(in)) {
            lines.write("channel,uid\n");
            for (int uid = 1; uid <= MANY; uid++) {
                lines.write("testing," + uid + "\n");
            }
        }

        Outcome outcome = Program.launcher(folder)
                .with(Program.PROJECT)
                .with(java.util.Map.of("JAVA_OPTS", "-Xmx24m"))
                .run("batch", "--in", in.toString(), "--out", "tokens.csv");

        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        List<String> rows = Files.readAllLines(folder.resolve("tokens.csv"));
        assertThat(rows).hasSize(MANY + 1);
        assertThat(rows.get(MANY)).matches("testing," + MANY + ",007[^,]+,");
    }

    @Test
    void survivesAnEndlessLineInASmallHeap() throws Exception {
        Process process = start("-Xmx24m");
        byte[] block = "x".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
        try (OutputStream in = process.getOutputStream()) {
            for (int i = 0; i < 64; i++) {
                in.write(block);
            }
            in.write('\n');
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"line\":1,\"error\":\"line: longer than 16384 bytes; shorten it\"}\n");
    }

    @Test
    void endsAfterASignalWithWholeLinesOnly() throws Exception {
        Process process = start("-Xmx64m");
        OutputStream in = process.getOutputStream();
        in.write("{\"services\":[{\"type\":\"rtm\",\"userId\":\"alice\"}]}\n".getBytes(StandardCharsets.UTF_8));
        in.flush();
        String first = process.inputReader(StandardCharsets.UTF_8).readLine();

        // An interrupt, as Ctrl-C sends it.
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(first).startsWith("{\"token\":\"007");
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(process.errorReader(StandardCharsets.UTF_8).readLine())
                .isEqualTo(
                        "agora-token: stopped: 1 line written to standard output; a new run starts at the first line");
    }

    private Process start(String heap) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            heap,
                            "-jar",
                            Program.path("agora-token.jar"),
                            "batch")
                    .directory(folder.toFile());
            builder.environment().putAll(Program.PROJECT);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
