package dev.agoratoken.http.telemetry;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.log.LogQueue;
import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.http.request.Exchange;
import dev.agoratoken.http.request.Methods;
import dev.agoratoken.issuing.policy.RequestId;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;

/** What is noted of every request when it was answered: a line in the log, and numbers. */
public record Endings(LogQueue log, Metrics metrics, InstantSource clock) {
    public void note(Context ctx) {
        Exchange exchange = Exchange.of(ctx);
        if (exchange != null) {
            note(
                    ctx.method().name(),
                    exchange.template(),
                    ctx.statusCode(),
                    exchange.nanos(),
                    exchange.callerName(),
                    exchange.requestId(),
                    exchange.refusal());
        }
    }

    /** Notes a request that no route saw. */
    public void noteUnrouted(String method, int status, Duration taken, RequestId requestId, ErrorCode code) {
        note(method, Exchange.UNMATCHED, status, taken.toNanos(), Exchange.NOBODY, requestId.value(), code.label());
    }

    private void note(
            String method, String route, int status, long nanos, String caller, String requestId, String refusal) {
        String label = Methods.label(method);
        metrics.count(label, route, status, nanos, refusal);
        log.add(new RequestLog.Line(
                clock.instant(), label, route, status, nanos / 1000 / 1000.0, caller, requestId, refusal));
    }
}
