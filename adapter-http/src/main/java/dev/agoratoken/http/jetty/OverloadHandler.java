package dev.agoratoken.http.jetty;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.settings.ServerLimits;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/** Lets so many requests in at a time and lets so many others wait; the rest is told at once to come back later. */
final class OverloadHandler extends QoSHandler {
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    private static final String RETRY_AFTER_SECONDS = "1";

    private static final String DETAIL = "too many requests are being answered; try again in a second";

    private final PreRoutingErrors preRoutingErrors;

    OverloadHandler(ServerLimits serverLimits, PreRoutingErrors preRoutingErrors) {
        this.preRoutingErrors = preRoutingErrors;
        setMaxRequestCount(serverLimits.maxRequests());
        setMaxSuspendedRequestCount(serverLimits.maxQueuedRequests());
        setMaxSuspend(MAX_WAIT);
        // Who watches the server must reach it above all when it is busy.
        excludePath("/health/*", "/metrics");
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        preRoutingErrors.write(request, response, callback, status, ErrorCode.OVERLOADED, DETAIL);
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
