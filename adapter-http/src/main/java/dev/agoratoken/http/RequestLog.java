package dev.agoratoken.http;

/** Where requests are logged, one line each. Nothing in a line is taken from a request, except for an id that is safe to print. */
public interface RequestLog {
    /** Logs one request that was answered. */
    void add(Line line);

    /** Lines to read, by way of the program's logging. */
    static RequestLog text() {
        return new TextRequestLog();
    }

    /**
     * A request and its answer.
     *
     * @param route the route as it was declared, such as {@code /rtm/{rtmuid}}
     * @param caller the name in the configuration of who asked; {@code -} if nobody was asked who they are
     * @param code the code of the failure; null if there was none
     */
    record Line(
            String time,
            String method,
            String route,
            int status,
            double millis,
            String caller,
            String requestId,
            String code) {}
}
