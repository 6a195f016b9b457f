package dev.agoratoken.cli.port;

import java.util.function.IntSupplier;

/** Who runs a command that takes a while: a person who watches it, or a program; either may end it early. */
public interface ProcessControl {
    /** Whether a person sees standard error. */
    boolean isStderrTerminal();

    /** Whether a person types what is read from standard input. */
    boolean isStdinTerminal();

    /**
     * Has this called from another thread when the process is told to end; it returns, with the exit code, as soon as the
     * work is in order.
     */
    Registration onShutdown(IntSupplier stop);

    /** Listens until it is closed. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
