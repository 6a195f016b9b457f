package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.Operator;
import java.util.function.IntSupplier;

/** The operator of this process: whoever sees its standard error, types its input and sends it signals. */
public record ProcessOperator(boolean isWatching, boolean isTyping, Shutdown shutdown) implements Operator {
    @Override
    public Listening onStop(IntSupplier stop) {
        return shutdown.onSignal(stop);
    }
}
