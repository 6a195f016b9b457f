package dev.agoratoken.process;

import com.microsoft.playwright.Browser.NewContextOptions;
import dev.agoratoken.process.Program.Server;

/** The packaged program that serves the console, and a browser to look at it. */
final class ConsoleFixture implements AutoCloseable {
    private final Chromium chromium;
    private final Server server;

    private ConsoleFixture(Chromium chromium, Server server) {
        this.chromium = chromium;
        this.server = server;
    }

    /** What the program finds in its folder and its variables is what it serves. */
    static ConsoleFixture serve(Program program) {
        Chromium chromium = Chromium.start();
        try {
            return new ConsoleFixture(chromium, program.serve("--port", "0"));
        } catch (AssertionError noServer) {
            chromium.close();
            throw noServer;
        }
    }

    String address() {
        return server.address();
    }

    ConsolePage open() {
        return open("/");
    }

    ConsolePage open(String path) {
        return chromium.open(address() + path, new NewContextOptions());
    }

    ConsolePage open(NewContextOptions options) {
        return chromium.open(address(), options);
    }

    @Override
    public void close() {
        server.close();
        chromium.close();
    }
}
