package dev.agoratoken.process;

import com.microsoft.playwright.Browser.NewContextOptions;
import dev.agoratoken.process.Program.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program that serves the console, and a browser to look at it: one of each for all tests of a class. */
@ExtendWith(ChromiumIsThere.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsoleInBrowser {
    private Path folder;
    private Chromium chromium;
    private Server server;

    @BeforeAll
    void start(@TempDir Path ownFolder) {
        folder = ownFolder;
        chromium = Chromium.start();
        server = configured(Program.launcher(folder).with(Program.PROJECT), folder)
                .serve(options());
    }

    /** What the program finds in its folder is what it serves. */
    Program configured(Program program, Path ownFolder) {
        return program;
    }

    /** The options of the server. */
    String[] options() {
        return new String[] {"--port", "0"};
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    Path folder() {
        return folder;
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
}
