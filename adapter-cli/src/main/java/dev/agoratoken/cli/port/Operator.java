package dev.agoratoken.cli.port;

import java.util.function.IntSupplier;

/** Who runs a command that takes a while: a person who watches it, or a program; either may end it early. */
public interface Operator {
    /** Whether a person sees standard error. */
    boolean isWatching();

    /** Whether a person types what is read from standard input. */
    boolean isTyping();

    /**
     * Has this called from another thread when the process is told to end; it returns, with the exit code, as soon as the
     * work is in order.
     */
    Listening onStop(IntSupplier stop);

    /** Listens until it is closed. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
