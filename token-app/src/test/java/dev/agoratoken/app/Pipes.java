package dev.agoratoken.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** Named pipes. */
public final class Pipes {
    private Pipes() {}

    public static Path make(Path path) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("mkfifo", path.toString()).start();
        assertThat(process.waitFor()).isZero();
        return path;
    }
}
