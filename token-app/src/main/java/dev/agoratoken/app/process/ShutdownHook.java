package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.ProcessControl.Registration;
import java.util.function.IntSupplier;

/** How the process learns that it should stop. */
@FunctionalInterface
public interface ShutdownHook {
    /** Runs this once, when the process is told to stop, and ends it with that exit code; until the listening is closed. */
    Registration onSignal(IntSupplier finish);

    /**
     * SIGTERM and SIGINT. The process ends with the given code when the work is finished: without the halt the virtual
     * machine would end with 128 + the signal's number, which supervisors take for a failure.
     */
    static ShutdownHook ofProcess() {
        return finish -> {
            Thread hook = new Thread(
                    () -> {
                        int code = finish.getAsInt();
                        System.err.flush();
                        Runtime.getRuntime().halt(code);
                    },
                    "shutdown");
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> remove(hook);
        };
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook is what ends it.
        }
    }
}
