package dev.agoratoken.http.jetty;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Request;

/** Aborts requests that wait for a client. */
final class RequestAbort {
    private RequestAbort() {}

    /**
     * Fails the request, in a thread that may block. The client may complete the request at the same moment; Jetty has then
     * recycled it, and there is nothing to abort.
     */
    static void abort(Request request, String reason) {
        request.getContext().execute(() -> {
            try {
                request.fail(new TimeoutException(reason));
            } catch (NullPointerException | IllegalStateException recycled) {
                // Jetty 12.1 has no other sign that the request has ended.
            }
        });
    }
}
