package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.ProcessControl;
import java.util.function.IntSupplier;

/** The terminal and the shutdown signals of this process. */
public final class TerminalProcessControl implements ProcessControl {
    private final boolean isStderrTerminal;
    private final boolean isStdinTerminal;
    private final ShutdownHook shutdownHook;

    public TerminalProcessControl(boolean isStderrTerminal, boolean isStdinTerminal, ShutdownHook shutdownHook) {
        this.isStderrTerminal = isStderrTerminal;
        this.isStdinTerminal = isStdinTerminal;
        this.shutdownHook = shutdownHook;
    }

    @Override
    public boolean isStderrTerminal() {
        return isStderrTerminal;
    }

    @Override
    public boolean isStdinTerminal() {
        return isStdinTerminal;
    }

    @Override
    public Registration onShutdown(IntSupplier stop) {
        return shutdownHook.onSignal(stop);
    }
}
