package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.ProcessControl.Registration;
import java.util.function.IntSupplier;

/** Shutdown signals of the process. */
@FunctionalInterface
public interface ShutdownHook {
    /** Runs a task at the signal and ends the process with its exit code, until the registration is closed. */
    Registration onSignal(IntSupplier finish);

    /**
     * SIGTERM and SIGINT. The process ends with the exit code of the task: without the halt, the virtual machine would
     * end with 128 + the number of the signal, which supervisors treat as a failure.
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
            // The process is ending, and this hook ends it.
        }
    }
}
