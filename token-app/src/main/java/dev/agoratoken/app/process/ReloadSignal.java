package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.ProcessControl.Registration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * SIGHUP, which makes a server reload its configuration instead of ending the process. A signal before the server listens is
 * remembered. Thread-safe.
 */
public final class ReloadSignal {
    private final boolean ofProcess;
    private boolean installed;
    private boolean pending;
    private @Nullable Runnable reload;

    private ReloadSignal(boolean ofProcess) {
        this.ofProcess = ofProcess;
    }

    /** The signal of this process. */
    public static ReloadSignal ofProcess() {
        return new ReloadSignal(true);
    }

    /** A signal that only {@link #raise} raises. */
    public static ReloadSignal ofNothing() {
        return new ReloadSignal(false);
    }

    /** From now on the signal does not end the process. */
    public synchronized void hold() {
        if (ofProcess && !installed) {
            installed = true;
            install();
        }
    }

    /** Runs a task at each signal, and at once for an earlier one, until the registration is closed. */
    public Registration onSignal(Runnable task) {
        hold();
        boolean missed;
        synchronized (this) {
            missed = pending;
            pending = false;
            reload = task;
        }
        if (missed) {
            task.run();
        }
        return this::stopListening;
    }

    private synchronized void stopListening() {
        reload = null;
    }

    /** Handles a signal. */
    void raise() {
        Runnable task;
        synchronized (this) {
            task = reload;
            pending = task == null;
        }
        if (task != null) {
            task.run();
        }
    }

    /**
     * Uses reflection, because the compiler warns of these classes and there is no alternative. A process that ignores the
     * signal from the start (nohup) keeps ignoring it.
     */
    private void install() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        raise();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), ours);
        } catch (InvocationTargetException e) {
            // The system has no such signal, or the virtual machine reserves it (-Xrs).
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the module jdk.unsupported has these classes", e);
        }
    }
}
