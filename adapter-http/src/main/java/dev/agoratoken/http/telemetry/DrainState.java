package dev.agoratoken.http.telemetry;

/** Whether the server is draining: it still answers, but load balancers should stop sending requests. Thread-safe. */
public final class DrainState {
    private volatile boolean draining;

    public void start() {
        draining = true;
    }

    public boolean isDraining() {
        return draining;
    }
}
