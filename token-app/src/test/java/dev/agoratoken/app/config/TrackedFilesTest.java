package dev.agoratoken.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.Pipes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TrackedFilesTest {
    private static final int LONGEST = 100;

    @TempDir
    private Path folder;

    @Test
    void waitForNoPipeWithoutEnd() throws Exception {
        Path pipe = Pipes.make(folder.resolve("pipe"));
        TrackedFiles files = new TrackedFiles(Duration.ofMillis(50));

        assertThatIOException()
                .isThrownBy(() -> files.bytes(pipe, LONGEST))
                .satisfies(failure -> assertThat(TrackedFiles.problem(failure, "unreadable"))
                        .startsWith("unreadable: nothing was written to the pipe within "));
        assertThat(files.unchanged()).isTrue();
    }

    @Test
    void readAPipeOnceAndRememberIt() throws Exception {
        Path pipe = Pipes.make(folder.resolve("pipe"));
        TrackedFiles files = new TrackedFiles();
        Thread writer = new Thread(() -> ConfigFixture.write(folder, "pipe", "content"));
        writer.start();

        assertThat(files.text(pipe, LONGEST)).isEqualTo("content");
        writer.join();

        assertThat(files.unchanged()).isTrue();
        assertThat(files.again().text(pipe, LONGEST)).isEqualTo("content");
    }

    @Test
    void doNotOpenAPipeThatTookAFilesPlaceToSeeWhetherItChanged() throws Exception {
        Path file = folder.resolve("file");
        Files.writeString(file, "content");
        TrackedFiles files = new TrackedFiles();
        files.bytes(file, LONGEST);
        Files.delete(file);
        Pipes.make(file);

        assertThat(files.unchanged()).isTrue();
    }

    @Test
    void sayThatAFileIsMissing() {
        TrackedFiles files = new TrackedFiles();

        assertThatIOException()
                .isThrownBy(() -> files.bytes(folder.resolve("none"), LONGEST))
                .satisfies(failure -> assertThat(TrackedFiles.problem(failure, "unreadable"))
                        .isEqualTo("unreadable: it does not exist"));
    }

    @Test
    void sayThatAPermissionIsMissing() {
        assertThat(TrackedFiles.problem(new AccessDeniedException("file"), "unreadable"))
                .isEqualTo("unreadable: permission denied");
    }

    @Test
    void sayNothingOfPipesWhereThereIsNone() {
        assertThat(TrackedFiles.problem(new IOException("secret"), "unreadable"))
                .isEqualTo("unreadable");
    }
}
