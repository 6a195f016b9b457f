package dev.agoratoken.cli.port;

import java.util.function.IntSupplier;

/** Terminals and the termination signal of the process. */
public interface ProcessControl {
    /** Whether standard error is a terminal. */
    boolean isStderrTerminal();

    /** Whether standard input is a terminal. */
    boolean isStdinTerminal();

    /**
     * Registers a callback for the termination signal. It runs on another thread and returns the exit code once the work is
     * in a consistent state.
     */
    Registration onShutdown(IntSupplier stop);

    /** Unregisters the callback on close. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
