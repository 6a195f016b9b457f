package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGHUP: the server reads its configuration and goes on. */
class ReloadIT {
    @TempDir
    private Path folder;

    @Test
    void readsTheConfigurationNow() throws Exception {
        Files.writeString(folder.resolve("agora-token.yaml"), "tokens: {expire: 2h}");
        try (Server server = Program.launcher(folder).with(Program.PROJECT).serve("--port", "0")) {
            server.signal("HUP");
            server.awaitLine("configuration reloaded");
            Files.writeString(folder.resolve("agora-token.yaml"), "tokens: {expire: never}");
            server.signal("HUP");
            server.awaitLine("configuration rejected, the current one stays: tokens.expire");

            server.signal("TERM");

            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void needsNoConfigurationFile() {
        try (Server server = Program.launcher(folder).with(Program.PROJECT).serve("--port", "0")) {
            server.signal("HUP");
            server.awaitLine("configuration reloaded");
        }
    }

    @Test
    void endsNoDemo() {
        try (Server server = Program.launcher(folder).serve("--demo", "--port", "0")) {
            server.signal("HUP");
            server.awaitLine("no configuration to reload in demo mode");
        }
    }

    /** The pipe can be read once only. */
    @Test
    void remembersWhatCameOutOfAPipe() throws Exception {
        Path pipe = folder.resolve("agora-token.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process process = Program.launcher(folder).with(Program.PROJECT).start("serve", "--port", "0");
        try {
            Files.writeString(pipe, "tokens: {format: '006'}");
            Server server = Server.await(process);
            assertThat(server.announcement().get(0)).contains("format 006");
            server.signal("HUP");
            server.awaitLine("configuration reloaded");
        } finally {
            process.destroyForcibly();
        }
    }

    /** The pipe makes it wait in the middle of its start. */
    @Test
    void endsNoServerThatStarts() throws Exception {
        Path pipe = folder.resolve("certificate");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Map<String, String> project = Map.of("APP_ID", Program.APP_ID, "APP_CERTIFICATE_FILE", pipe.toString());
        Process process = Program.launcher(folder).with(project).start("serve", "--port", "0");
        try {
            // Opening it for writing waits for the server to open it for reading.
            try (java.io.Writer writer = Files.newBufferedWriter(pipe)) {
                Program.signal(process, "HUP");
                writer.write(Program.CERTIFICATE);
            }
            Server server = Server.await(process);
            server.awaitLine("configuration reloaded");
        } finally {
            process.destroyForcibly();
        }
    }
}
