package dev.agoratoken.app;

import java.nio.file.Path;

/** The program's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Wiring.commandLine(System.getenv(), Path.of(""), Shutdown.ofProcess())
                .run(System.in, System.out, System.err, args));
    }
}
