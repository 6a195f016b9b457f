package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import dev.agoratoken.process.Program.Server;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user says to Java wins over what the launcher says. */
class LauncherIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "JAVA_OPTS, -Xmx32m, MaxHeapSize=33554432",
        "JAVA_OPTS, -Xms256m, InitialHeapSize=268435456",
        "JAVA_OPTS, -XX:MaxHeapSize=32m, MaxHeapSize=33554432",
        "JDK_JAVA_OPTIONS, -Xmx32m, MaxHeapSize=33554432",
        "JAVA_TOOL_OPTIONS, -Xmx32m, MaxHeapSize=33554432",
        "JAVA_OPTS, -XX:+UseParallelGC, -XX:+UseParallelGC",
        "JAVA_OPTS, -Dx=y, MaxHeapSize=268435456"
    })
    void servesWithTheHeapAndTheCollectorThatTheUserChose(String variable, String options, String flag)
            throws Exception {
        try (Server server = Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of(variable, options))
                .serve("--port", "0")) {
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process flags = new ProcessBuilder(jcmd, Long.toString(server.pid()), "VM.flags").start();
            String output = new String(flags.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat(flags.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output).contains(flag);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtm a", "batch"})
    void runsCommandsWithTheCollectorThatTheUserChose(String command) {
        Outcome outcome = Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of("JAVA_OPTS", "-XX:+UseG1GC -Xmx32m"))
                .runWithInput("{\"services\":[{\"type\":\"rtm\",\"userId\":\"a\"}]}\n", command.split(" "));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }
}
