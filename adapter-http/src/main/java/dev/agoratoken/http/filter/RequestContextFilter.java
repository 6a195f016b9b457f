package dev.agoratoken.http.filter;

import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.RequestIdSource;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.issuing.policy.RequestId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;

/** Creates the context of each request and adds the headers of every response. */
public final class RequestContextFilter implements Route {
    private final Supplier<ConfigSnapshot> snapshots;

    public RequestContextFilter(Supplier<ConfigSnapshot> snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::begin);
    }

    private void begin(Context ctx) {
        RequestId requestId = RequestIdSource.fromHeader(ctx.header(RequestIdSource.HEADER));
        RequestContext.begin(ctx, requestId, snapshots.get());
        ctx.header(RequestIdSource.HEADER, requestId.value());
    }
}
