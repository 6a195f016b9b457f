package dev.agoratoken.http.telemetry;

/** Whether the server is about to stop: it still answers everything, but should not be sent more. */
public final class DrainState {
    private volatile boolean begun;

    public void start() {
        begun = true;
    }

    public boolean isDraining() {
        return begun;
    }
}
