package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.ProcessControl;
import java.util.function.IntSupplier;

/** The operator of this process: whoever sees its standard error, types its input and sends it signals. */
public record TerminalProcessControl(boolean isStderrTerminal, boolean isStdinTerminal, ShutdownHook shutdownHook)
        implements ProcessControl {
    @Override
    public Registration onShutdown(IntSupplier stop) {
        return shutdownHook.onSignal(stop);
    }
}
