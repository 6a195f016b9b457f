package dev.agoratoken.http.filter;

import dev.agoratoken.http.request.Answers;
import dev.agoratoken.http.request.Exchange;
import dev.agoratoken.http.request.RequestIds;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.settings.Snapshot;
import dev.agoratoken.issuing.policy.RequestId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;

/** What every request begins with, whatever becomes of it. */
public record Beginnings(Supplier<Snapshot> snapshots) implements Route {
    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::begin);
    }

    private void begin(Context ctx) {
        RequestId requestId = RequestIds.of(ctx.header(RequestIds.HEADER));
        Exchange.begin(ctx, requestId, snapshots.get());
        ctx.header(RequestIds.HEADER, requestId.value());
        Answers.forbidKeeping(ctx::header);
    }
}
