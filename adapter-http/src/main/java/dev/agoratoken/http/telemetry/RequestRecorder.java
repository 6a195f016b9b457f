package dev.agoratoken.http.telemetry;

import dev.agoratoken.http.auth.ClientAddress;
import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.log.AsyncRequestLog;
import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.http.request.HttpMethodLabel;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.issuing.policy.RequestId;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;

/** Records finished requests in the log and the metrics. */
public final class RequestRecorder {
    private final AsyncRequestLog log;
    private final HttpMetrics httpMetrics;
    private final InstantSource clock;

    public RequestRecorder(AsyncRequestLog log, HttpMetrics httpMetrics, InstantSource clock) {
        this.log = log;
        this.httpMetrics = httpMetrics;
        this.clock = clock;
    }

    /** Records a request that was routed. */
    public void record(Context ctx) {
        RequestContext context = RequestContext.of(ctx);
        if (context != null) {
            Duration duration = Duration.ofNanos(context.elapsedNanos());
            record(
                    new RequestLog.Entry(
                            clock.instant(),
                            HttpMethodLabel.of(ctx.method().name()),
                            context.route(),
                            ctx.statusCode(),
                            millis(duration),
                            context.callerName(),
                            ClientAddress.of(ctx),
                            context.requestId(),
                            context.errorCode()),
                    duration);
        }
    }

    /**
     * Records a request that was answered before routing.
     *
     * @param client the IP address of the client
     */
    public void recordUnrouted(
            String method, String client, int status, Duration duration, RequestId requestId, ErrorCode code) {
        record(
                new RequestLog.Entry(
                        clock.instant(),
                        HttpMethodLabel.of(method),
                        RequestContext.UNMATCHED,
                        status,
                        millis(duration),
                        RequestContext.NO_CALLER,
                        client,
                        requestId.value(),
                        code.label()),
                duration);
    }

    private void record(RequestLog.Entry entry, Duration duration) {
        httpMetrics.count(entry, duration);
        log.add(entry);
    }

    /** With three decimals. */
    private static double millis(Duration duration) {
        return Math.floor(duration.toNanos() / 1000.0) / 1000.0;
    }
}
