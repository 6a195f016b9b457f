package dev.agoratoken.http.legacy;

import dev.agoratoken.http.request.PathVariables;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** A compatible GET route (docs/reference/http-contract.md), with or without a trailing slash. */
final class LegacyRoute implements Route {
    private final String template;
    private final List<String> parts;
    private final Handler handler;

    LegacyRoute(String template, Handler handler) {
        this.template = template;
        this.parts = List.of(template.split("/", -1));
        this.handler = handler;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(template, ctx -> answer(ctx, segments(ctx).orElseThrow()));
        routes.head(template, ctx -> answer(ctx, segments(ctx).orElseThrow()));
    }

    @Override
    public List<String> patterns() {
        return List.of(template);
    }

    /** Returns the variables of a request's path; empty if the path does not match. */
    Optional<PathVariables> segments(Context ctx) {
        return PathVariables.of(parts, ctx.path());
    }

    void answer(Context ctx, PathVariables variables) {
        RequestContext.of(ctx).setRoute(template);
        handler.handle(ctx, variables);
    }

    /** Answers a request. */
    @FunctionalInterface
    interface Handler {
        void handle(Context ctx, PathVariables variables);
    }
}
