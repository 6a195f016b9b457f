package dev.agoratoken.http.error;

import dev.agoratoken.http.request.Answers;
import dev.agoratoken.http.request.Exchange;
import dev.agoratoken.http.request.Methods;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.issuing.policy.caller.UnknownCallerException;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.token.TokenException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what went wrong: as a problem document on the routes of {@code /v1}, and on the old ones as they always did. */
public final class Failures implements Route {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String OUR_FAULT = "this is our own fault; please report it with the request id";

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(TokenException.class, Failures::answer);
        routes.exception(OldRefusal.class, Failures::answer);
        routes.exception(MethodNotAllowedResponse.class, Failures::answer);
        routes.exception(HttpResponseException.class, Failures::answer);
        routes.exception(HttpException.RuntimeException.class, Failures::answer);
        routes.exception(Exception.class, Failures::answerOurFault);
    }

    private static void answer(TokenException failure, Context ctx) {
        addHeaders(failure, ctx);
        answer(ctx, Problem.of(failure, Exchange.of(ctx).requestId()));
    }

    private static void answer(OldRefusal refusal, Context ctx) {
        addHeaders(refusal.reason(), ctx);
        Exchange.of(ctx).refusedWith(refusal.reason().code());
        answerOld(ctx, ErrorCode.of(refusal.reason()).oldStatus(), refusal.key(), refusal.getMessage());
    }

    private static void answer(MethodNotAllowedResponse failure, Context ctx) {
        String methods = failure.getDetails().values().stream().findFirst().orElse("");
        ctx.header("Allow", methods + ", OPTIONS");
        answer(ctx, ErrorCode.METHOD_NOT_ALLOWED, "405 method not allowed; use " + methods);
    }

    private static void answer(HttpResponseException failure, Context ctx) {
        if (failure.getStatus() == ErrorCode.NOT_FOUND.status()) {
            answer(ctx, ErrorCode.NOT_FOUND, "404 page not found");
        } else {
            answerOurFault(failure, ctx);
        }
    }

    private static void answer(HttpException.RuntimeException failure, Context ctx) {
        Exchange.of(ctx).refusedWith(ErrorCode.INVALID_VALUE.label());
        answerOld(ctx, failure.getCode(), "message", "the query cannot be decoded; percent-encode it in UTF-8");
    }

    private static void answerOurFault(Exception failure, Context ctx) {
        LOG.error(
                "{} {} failed, request {}",
                Methods.label(ctx.method().name()),
                Exchange.of(ctx).template(),
                Exchange.of(ctx).requestId(),
                failure);
        if (haveOldShape(ctx)) {
            Exchange.of(ctx).refusedWith(ErrorCode.INTERNAL_ERROR.label());
            answerOld(ctx, ErrorCode.INTERNAL_ERROR.status(), "error", OUR_FAULT);
        } else {
            answer(ctx, ErrorCode.INTERNAL_ERROR, OUR_FAULT);
        }
    }

    /** Where nothing was found, the old servers answered in one plain line. */
    private static void answer(Context ctx, ErrorCode code, String detail) {
        if (haveOldShape(ctx)) {
            Exchange.of(ctx).refusedWith(code.label());
            ctx.status(code.status());
            Answers.text(ctx, detail);
        } else {
            answer(ctx, Problem.of(code, detail, Exchange.of(ctx).requestId()));
        }
    }

    private static void answer(Context ctx, Problem problem) {
        Exchange.of(ctx).refusedWith(problem.code());
        ctx.status(problem.status());
        Answers.json(ctx, problem);
        ctx.contentType(Problem.CONTENT_TYPE);
    }

    private static void answerOld(Context ctx, int status, String key, String sentence) {
        ctx.status(status);
        Answers.json(ctx, oldShape(status, key, sentence));
    }

    /** A refusal as the old servers wrote it. */
    public static Map<String, Object> oldShape(int status, String key, String sentence) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(key, sentence);
        body.put("status", status);
        return body;
    }

    /** What a client has to know beside the body; the routes that write their own errors need it, too. */
    public static void addHeaders(TokenException failure, Context ctx) {
        if (failure instanceof UnknownCallerException) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        if (failure instanceof RateExceededException exceeded) {
            ctx.header("Retry-After", Long.toString(exceeded.retryAfter().toSeconds()));
        }
    }

    /** Whether failures on that path are told in the shape of the old servers, and not as problems. */
    public static boolean haveOldShape(Context ctx) {
        return haveOldShape(ctx.path());
    }

    public static boolean haveOldShape(String path) {
        return !path.startsWith("/v1/");
    }
}
