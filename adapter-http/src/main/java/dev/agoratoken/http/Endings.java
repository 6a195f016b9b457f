package dev.agoratoken.http;

import io.javalin.http.Context;
import java.time.InstantSource;

/** What is noted of every request when it was answered: a line in the log, and numbers. */
record Endings(LogQueue log, Metrics metrics, InstantSource clock) {
    void note(Context ctx) {
        Exchange exchange = Exchange.of(ctx);
        if (exchange != null) {
            note(exchange, Methods.label(ctx.method().name()), ctx.statusCode());
        }
    }

    private void note(Exchange exchange, String method, int status) {
        long nanos = exchange.nanos();
        metrics.count(method, exchange.template(), status, nanos, exchange.refusal());
        log.add(new RequestLog.Line(
                clock.instant(),
                method,
                exchange.template(),
                status,
                nanos / 1000 / 1000.0,
                exchange.callerName(),
                exchange.requestId(),
                exchange.refusal()));
    }
}
