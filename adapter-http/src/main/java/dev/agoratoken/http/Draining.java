package dev.agoratoken.http;

/** Whether the server is about to stop: it still answers everything, but should not be sent more. */
final class Draining {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
