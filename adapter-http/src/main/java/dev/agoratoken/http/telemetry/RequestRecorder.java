package dev.agoratoken.http.telemetry;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.log.AsyncRequestLog;
import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.http.request.HttpMethodLabel;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.issuing.policy.RequestId;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;

/** What is noted of every request when it was answered: a line in the log, and numbers. */
public record RequestRecorder(AsyncRequestLog log, HttpMetrics httpMetrics, InstantSource clock) {
    public void record(Context ctx) {
        RequestContext requestContext = RequestContext.of(ctx);
        if (requestContext != null) {
            record(
                    ctx.method().name(),
                    requestContext.route(),
                    ctx.statusCode(),
                    requestContext.elapsedNanos(),
                    requestContext.callerName(),
                    requestContext.requestId(),
                    requestContext.errorCode());
        }
    }

    /** Notes a request that no route saw. */
    public void recordUnrouted(String method, int status, Duration taken, RequestId requestId, ErrorCode code) {
        record(
                method,
                RequestContext.UNMATCHED,
                status,
                taken.toNanos(),
                RequestContext.NO_CALLER,
                requestId.value(),
                code.label());
    }

    private void record(
            String method, String route, int status, long nanos, String caller, String requestId, String refusal) {
        String label = HttpMethodLabel.of(method);
        httpMetrics.count(label, route, status, nanos, refusal);
        log.add(new RequestLog.Entry(
                clock.instant(), label, route, status, nanos / 1000 / 1000.0, caller, requestId, refusal));
    }
}
