package dev.agoratoken.http.legacy;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.error.ExceptionHandlers;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.token.TokenException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A route of another token server: errors have the format that its clients read. */
final class FormattedRoute implements Route {
    private final boolean post;
    private final String path;
    private final AnswerFormat format;
    private final Function<Context, Map<String, Object>> handler;

    private FormattedRoute(
            boolean post, String path, AnswerFormat format, Function<Context, Map<String, Object>> handler) {
        this.post = post;
        this.path = path;
        this.format = format;
        this.handler = handler;
    }

    static FormattedRoute get(String path, AnswerFormat format, Function<Context, Map<String, Object>> handler) {
        return new FormattedRoute(false, path, format, handler);
    }

    static FormattedRoute post(String path, AnswerFormat format, Function<Context, Map<String, Object>> handler) {
        return new FormattedRoute(true, path, format, handler);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        if (post) {
            routes.post(path, this::answer);
        } else {
            routes.get(path, this::answer);
            routes.head(path, this::answer);
        }
    }

    @Override
    public List<String> patterns() {
        return List.of(path);
    }

    private void answer(Context ctx) {
        RequestContext.of(ctx).setRoute(path);
        try {
            Responses.json(ctx, handler.apply(ctx));
        } catch (TokenException e) {
            ExceptionHandlers.addHeaders(e, ctx);
            RequestContext.of(ctx).setErrorCode(e.code());
            int status = ErrorCode.of(e).legacyStatus();
            ctx.status(status);
            Responses.json(ctx, format.error(status, e.getMessage()));
        }
    }
}
