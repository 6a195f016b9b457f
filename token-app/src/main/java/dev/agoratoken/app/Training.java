package dev.agoratoken.app;

import dev.agoratoken.app.process.ReloadSignal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What {@code bin/prepare} runs to see which classes the commands use: a token is made and verified. In one process, because
 * a start-up archive is made from what one process loaded.
 */
final class Training {
    private Training() {}

    public static void main(String[] args) {
        ByteArrayOutputStream token = new ByteArrayOutputStream();
        int made = run(token, "rtc", "testing", "--uid", "1234");
        int verified =
                run(System.out, "verify", token.toString(StandardCharsets.UTF_8).strip(), "--channel", "testing");
        System.exit(made + verified);
    }

    private static int run(OutputStream out, String... command) {
        return Main.run(InputStream.nullInputStream(), out, ReloadSignal.ofProcess(), command);
    }
}
