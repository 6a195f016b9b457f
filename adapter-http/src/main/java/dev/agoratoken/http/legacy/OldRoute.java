package dev.agoratoken.http.legacy;

import dev.agoratoken.http.request.Exchange;
import dev.agoratoken.http.request.PathSegments;
import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** A GET route of the old servers (docs/reference/http-contract.md): answered with or without the slash at its end. */
final class OldRoute implements Route {
    private final String template;
    private final List<String> parts;
    private final Answer answer;

    OldRoute(String template, Answer answer) {
        this.template = template;
        this.parts = List.of(template.split("/", -1));
        this.answer = answer;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(template, ctx -> answer(ctx, segments(ctx).orElseThrow()));
        routes.head(template, ctx -> answer(ctx, segments(ctx).orElseThrow()));
    }

    /** The segments of that request's path; empty if it is none for this route. */
    Optional<PathSegments> segments(Context ctx) {
        return PathSegments.of(parts, ctx.path());
    }

    void answer(Context ctx, PathSegments segments) {
        Exchange.of(ctx).routedTo(template);
        answer.to(ctx, segments);
    }

    /** What is answered. */
    @FunctionalInterface
    interface Answer {
        void to(Context ctx, PathSegments segments);
    }
}
