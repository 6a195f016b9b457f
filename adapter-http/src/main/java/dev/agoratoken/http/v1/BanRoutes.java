package dev.agoratoken.http.v1;

import dev.agoratoken.document.BanDocument;
import dev.agoratoken.document.BanFilterDocument;
import dev.agoratoken.document.BanListDocument;
import dev.agoratoken.document.BanRequestDocument;
import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.issuing.policy.BanService;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rate.Quota;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes, lists, shows and lifts bans. Every request counts for the rate limit of its caller. */
public final class BanRoutes implements Route {
    private static final String BANS = "/v1/bans";
    private static final String BAN = "/v1/bans/{id}";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    @Override
    public List<String> patterns() {
        return List.of(BANS, BAN);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(BANS, ctx -> answer(ctx, BANS, BanRoutes::make));
        routes.get(BANS, ctx -> answer(ctx, BANS, BanRoutes::list));
        routes.head(BANS, ctx -> answer(ctx, BANS, BanRoutes::list));
        routes.get(BAN, ctx -> answer(ctx, BAN, BanRoutes::show));
        routes.head(BAN, ctx -> answer(ctx, BAN, BanRoutes::show));
        routes.delete(BAN, ctx -> answer(ctx, BAN, BanRoutes::lift));
    }

    private static void answer(Context ctx, String path, Handler handler) {
        RequestContext requestContext = RequestContext.of(ctx);
        requestContext.setRoute(path);
        Caller caller = requestContext.caller(ctx);
        RateLimitHeaders.addedTo(
                ctx,
                () -> {
                    Optional<Quota> quota = requestContext.issuer().acquire(caller);
                    handler.answer(ctx, requestContext.bans(), caller);
                    return quota;
                },
                Function.identity());
    }

    private static void make(Context ctx, BanService bans, Caller caller) {
        BanService.Outcome outcome = bans.ban(
                caller,
                BanRequestDocument.read(RequestBodies.readJson(ctx)),
                RequestContext.of(ctx).auditId());
        ctx.status(outcome.created() ? CREATED : OK);
        Responses.json(ctx, BanDocument.from(outcome.ban()));
    }

    private static void list(Context ctx, BanService bans, Caller caller) {
        Responses.json(ctx, BanListDocument.from(bans.list(caller, BanFilterDocument.read(ctx.queryParamMap()))));
    }

    private static void show(Context ctx, BanService bans, Caller caller) {
        Responses.json(ctx, BanDocument.from(bans.find(caller, id(ctx))));
    }

    private static void lift(Context ctx, BanService bans, Caller caller) {
        bans.lift(caller, id(ctx), RequestContext.of(ctx).auditId());
        ctx.status(NO_CONTENT);
        ctx.res().setContentType(null);
    }

    private static BanId id(Context ctx) {
        return BanId.of(ctx.pathParam("id"));
    }

    /** Answers a request of a caller within its rate limit. */
    @FunctionalInterface
    private interface Handler {
        void answer(Context ctx, BanService bans, Caller caller);
    }
}
