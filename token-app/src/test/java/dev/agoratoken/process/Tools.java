package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the system that some tests need. Without them the tests are skipped, except in CI. */
final class Tools {
    private static final long TIMEOUT_SECONDS = 60;
    private static final boolean REQUIRED = Boolean.parseBoolean(System.getenv("CI"));

    private Tools() {}

    static boolean haveNginx() {
        return REQUIRED || isInstalled("nginx") && isInstalled("curl");
    }

    static boolean havePromtool() {
        return REQUIRED || isInstalled("promtool");
    }

    private static boolean isInstalled(String name) {
        return candidates(name).anyMatch(Files::isExecutable);
    }

    /** The path of a tool. Debian has nginx where only root looks. */
    static String path(String name) {
        return candidates(name)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not installed"))
                .toString();
    }

    private static Stream<Path> candidates(String name) {
        return Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin"))
                .map(folder -> Path.of(folder, name));
    }

    /** Runs a tool to its end; returns what it printed to both streams, if it ended well. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(out);
        assertThat(process.exitValue()).as("%s: %s", List.of(command), printed).isZero();
        return printed;
    }

    /** A file of the folder {@code deploy}. */
    static Path deployed(String name) {
        return Path.of(Program.path("agora-token.root"), "deploy", name);
    }
}
