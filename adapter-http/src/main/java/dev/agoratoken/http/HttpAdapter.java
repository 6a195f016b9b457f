package dev.agoratoken.http;

/** The HTTP server: made once, started once, stopped once. */
public final class HttpAdapter {
    public HttpAdapter(HttpSettings settings, HttpPorts ports) {}

    /** Starts to listen and returns when requests are answered. */
    public void start() {}

    /** The port that is listened on, which differs from the settings' where those say 0. */
    public int port() {
        return 0;
    }

    /** Finishes the requests in flight, then stops. */
    public void stop() {}
}
