package dev.agoratoken.app;

import dev.agoratoken.cli.Operator;
import java.util.function.IntSupplier;

/** The operator of this process: whoever sees its standard error, types its input and sends it signals. */
record ProcessOperator(boolean isWatching, boolean isTyping, Shutdown shutdown) implements Operator {
    @Override
    public Listening onStop(IntSupplier stop) {
        return shutdown.onSignal(stop);
    }
}
