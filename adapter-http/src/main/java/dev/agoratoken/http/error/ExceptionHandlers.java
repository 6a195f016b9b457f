package dev.agoratoken.http.error;

import dev.agoratoken.http.request.HttpMethodLabel;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.token.TokenException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Converts exceptions to responses: problem documents under {@code /v1}, the older formats on the compatible routes. */
public final class ExceptionHandlers implements Route {
    private static final Logger LOG = LoggerFactory.getLogger(ExceptionHandlers.class);
    private static final String BAD_QUERY = "query: invalid percent-encoding; encode it in UTF-8";
    private static final String INTERNAL_ERROR_DETAIL = "internal error; report it with the request id";

    /** The only route under {@code /v1} that other servers had before this one. */
    private static final String LEGACY_UNDER_V1 = "/v1/token/generate";

    private final UnaryOperator<String> unknownPath;

    /**
     * Creates the handlers.
     *
     * @param unknownPath returns the message for a path that no route has
     */
    public ExceptionHandlers(UnaryOperator<String> unknownPath) {
        this.unknownPath = unknownPath;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(TokenException.class, ExceptionHandlers::handle);
        routes.exception(LegacyErrorException.class, ExceptionHandlers::handle);
        routes.exception(MethodNotAllowedResponse.class, ExceptionHandlers::handle);
        routes.exception(HttpResponseException.class, this::handle);
        routes.exception(HttpException.RuntimeException.class, ExceptionHandlers::handle);
        routes.exception(Exception.class, ExceptionHandlers::handleUnexpected);
    }

    private static void handle(TokenException failure, Context ctx) {
        addHeaders(failure, ctx);
        handle(ctx, ProblemDetail.of(failure, RequestContext.of(ctx).requestId()));
    }

    private static void handle(LegacyErrorException error, Context ctx) {
        addHeaders(error.reason(), ctx);
        RequestContext.of(ctx).setErrorCode(error.reason().code());
        handleLegacy(ctx, ErrorCode.of(error.reason()).legacyStatus(), error.key(), error.getMessage());
    }

    private static void handle(MethodNotAllowedResponse failure, Context ctx) {
        String methods = failure.getDetails().values().stream().findFirst().orElse("");
        ctx.header("Allow", methods + ", OPTIONS");
        handle(ctx, ErrorCode.METHOD_NOT_ALLOWED, "405 method not allowed; use " + methods);
    }

    private void handle(HttpResponseException failure, Context ctx) {
        if (failure.getStatus() == ErrorCode.NOT_FOUND.status()) {
            handleNotFound(ctx, unknownPath.apply(ctx.path()));
        } else {
            handleUnexpected(failure, ctx);
        }
    }

    private static void handleNotFound(Context ctx, String detail) {
        if (usesLegacyFormat(ctx)) {
            RequestContext.of(ctx).setErrorCode(ErrorCode.NOT_FOUND.label());
            handleLegacy(ctx, ErrorCode.NOT_FOUND.status(), "error", detail);
        } else {
            handle(ctx, ErrorCode.NOT_FOUND, detail);
        }
    }

    private static void handle(HttpException.RuntimeException failure, Context ctx) {
        if (!usesLegacyFormat(ctx)) {
            handle(ctx, ErrorCode.MALFORMED_REQUEST, BAD_QUERY);
            return;
        }
        RequestContext.of(ctx).setErrorCode(ErrorCode.INVALID_VALUE.label());
        handleLegacy(ctx, failure.getCode(), "message", BAD_QUERY);
    }

    private static void handleUnexpected(Exception failure, Context ctx) {
        LOG.error(
                "{} {} failed, request {}",
                HttpMethodLabel.of(ctx.method().name()),
                RequestContext.of(ctx).route(),
                RequestContext.of(ctx).requestId(),
                failure);
        if (usesLegacyFormat(ctx)) {
            RequestContext.of(ctx).setErrorCode(ErrorCode.INTERNAL_ERROR.label());
            handleLegacy(ctx, ErrorCode.INTERNAL_ERROR.status(), "error", INTERNAL_ERROR_DETAIL);
        } else {
            handle(ctx, ErrorCode.INTERNAL_ERROR, INTERNAL_ERROR_DETAIL);
        }
    }

    /** Compatible routes answer these errors in one line of plain text. */
    private static void handle(Context ctx, ErrorCode code, String detail) {
        if (usesLegacyFormat(ctx)) {
            RequestContext.of(ctx).setErrorCode(code.label());
            ctx.status(code.status());
            Responses.text(ctx, detail);
        } else {
            handle(ctx, ProblemDetail.of(code, detail, RequestContext.of(ctx).requestId()));
        }
    }

    private static void handle(Context ctx, ProblemDetail problemDetail) {
        RequestContext.of(ctx).setErrorCode(problemDetail.code());
        ctx.status(problemDetail.status());
        Responses.json(ctx, problemDetail);
        ctx.contentType(ProblemDetail.CONTENT_TYPE);
    }

    private static void handleLegacy(Context ctx, int status, String key, String message) {
        ctx.status(status);
        Responses.json(ctx, legacyBody(status, key, message));
    }

    /** Returns an error body in the format of the compatible routes. */
    public static Map<String, Object> legacyBody(int status, String key, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(key, message);
        body.put("status", status);
        return body;
    }

    /** Adds the headers that belong to a failure; also for routes that write their own errors. */
    public static void addHeaders(TokenException failure, Context ctx) {
        if (failure instanceof AuthenticationException) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        if (failure instanceof RateExceededException exceeded) {
            ctx.header("Retry-After", Long.toString(exceeded.retryAfter().toSeconds()));
        }
    }

    /** Returns whether errors on this path have the compatible format instead of problem documents. */
    public static boolean usesLegacyFormat(Context ctx) {
        return usesLegacyFormat(ctx.path());
    }

    /** Returns whether errors on this path have the compatible format instead of problem documents. */
    public static boolean usesLegacyFormat(String path) {
        return !path.startsWith("/v1/") || path.equals(LEGACY_UNDER_V1) || path.equals(LEGACY_UNDER_V1 + "/");
    }
}
