package dev.agoratoken.http.telemetry;

/** Whether the server is about to stop: it still answers everything, but should not be sent more. */
public final class Draining {
    private volatile boolean begun;

    public void begin() {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }
}
