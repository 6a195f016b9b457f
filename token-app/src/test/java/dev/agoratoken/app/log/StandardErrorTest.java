package dev.agoratoken.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardErrorTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean full;

    private final StandardError err = new StandardError(
            new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    if (full) {
                        throw new IOException("No space left on device");
                    }
                    written.write(b);
                }
            },
            StandardCharsets.UTF_8);

    @Test
    void tellsOfEachFailureOnce() {
        err.println("one");
        assertThat(err.checkError()).isFalse();

        full = true;
        err.println("two");
        assertThat(err.checkError()).isTrue();

        full = false;
        assertThat(err.checkError()).isFalse();
        err.println("three");
        assertThat(err.checkError()).isFalse();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("one\nthree\n");
    }
}
