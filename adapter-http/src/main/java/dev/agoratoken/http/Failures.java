package dev.agoratoken.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what went wrong, where the routes do not say it themselves. */
final class Failures implements Route {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int OUR_FAULT = 500;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_FOUND = 404;

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(OldRefusal.class, Failures::answer);
        routes.exception(MethodNotAllowedResponse.class, Failures::answer);
        routes.exception(HttpResponseException.class, Failures::answer);
        routes.exception(HttpException.RuntimeException.class, Failures::answer);
        routes.exception(Exception.class, Failures::answerOurFault);
    }

    private static void answer(OldRefusal refusal, Context ctx) {
        answerOld(ctx, Statuses.ofOldRoute(refusal.reason()), refusal.key(), refusal.getMessage());
    }

    private static void answer(MethodNotAllowedResponse failure, Context ctx) {
        String methods = failure.getDetails().values().stream().findFirst().orElse("");
        ctx.header("Allow", methods + ", OPTIONS");
        ctx.status(METHOD_NOT_ALLOWED);
        Answers.text(ctx, "405 method not allowed; use " + methods);
    }

    private static void answer(HttpResponseException failure, Context ctx) {
        ctx.status(failure.getStatus());
        Answers.text(ctx, failure.getStatus() == NOT_FOUND ? "404 page not found" : failure.getMessage());
    }

    private static void answer(HttpException.RuntimeException failure, Context ctx) {
        answerOld(ctx, failure.getCode(), "message", "the query cannot be decoded; percent-encode it in UTF-8");
    }

    private static void answerOurFault(Exception failure, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), Exchange.of(ctx).template(), failure);
        answerOld(ctx, OUR_FAULT, "error", "internal error; please report it");
    }

    private static void answerOld(Context ctx, int status, String key, String sentence) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(key, sentence);
        body.put("status", status);
        ctx.status(status);
        Answers.json(ctx, body);
    }
}
