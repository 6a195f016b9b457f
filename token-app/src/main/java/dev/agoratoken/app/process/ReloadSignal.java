package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.ProcessControl.Registration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * SIGHUP, which asks a server to read its configuration now. It would end the process otherwise. A signal that comes before
 * the server listens for it is remembered. Thread-safe.
 */
public final class ReloadSignal {
    private final boolean ofProcess;
    private boolean installed;
    private boolean pending;
    private Runnable reload;

    private ReloadSignal(boolean ofProcess) {
        this.ofProcess = ofProcess;
    }

    /** The signal of this process. */
    public static ReloadSignal ofProcess() {
        return new ReloadSignal(true);
    }

    /** One that only {@link #raise} raises. */
    public static ReloadSignal ofNothing() {
        return new ReloadSignal(false);
    }

    /** Keeps the signal from ending the process from now on. */
    public synchronized void hold() {
        if (ofProcess && !installed) {
            installed = true;
            install();
        }
    }

    /** Runs this at each signal, and at once if one came before; until the listening is closed. */
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

    /** What the signal does. */
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
     * By reflection, because the compiler warns of these classes and of nothing else that does it. A process that was started
     * to ignore the signal (nohup) goes on to ignore it; systems without it have nothing to hold.
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
            // There is no such signal, or the virtual machine keeps it for itself (-Xrs).
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the module jdk.unsupported has these classes", e);
        }
    }
}
