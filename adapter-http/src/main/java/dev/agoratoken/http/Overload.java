package dev.agoratoken.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/** Lets so many requests in at a time and lets so many others wait; the rest is told at once to come back later. */
final class Overload extends QoSHandler {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final String RETRY_AFTER_SECONDS = "1";

    Overload(Limits limits) {
        setMaxRequestCount(limits.requests());
        setMaxSuspendedRequestCount(limits.queue());
        setMaxSuspend(LONGEST_WAIT);
        // Who watches the server must reach it above all when it is busy.
        excludePath("/health/*", "/metrics");
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        String requestId =
                RequestIds.of(request.getHeaders().get(RequestIds.HEADER)).value();
        response.setStatus(status);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        headers.put(RequestIds.HEADER, requestId);
        Problem problem = Problem.of(
                ErrorCode.OVERLOADED, "too many requests are being answered; try again in a second", requestId);
        response.write(true, ByteBuffer.wrap(Json.bytes(problem)), callback);
    }

    @Override
    protected void failSuspended(Request request, Response response, Callback callback, int status, Throwable failure) {
        if (status == getRejectStatusCode()) {
            reject(request, response, callback, status);
        } else {
            super.failSuspended(request, response, callback, status, failure);
        }
    }
}
