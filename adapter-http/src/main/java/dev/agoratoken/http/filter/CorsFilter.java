package dev.agoratoken.http.filter;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.error.ExceptionHandlers;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.settings.AllowedOrigins;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Cross-origin requests (docs/reference/http-contract.md#headers). A request without {@code Origin} is not from a page of
 * another origin.
 */
public final class CorsFilter implements Route {
    public static final String ORIGIN = "Origin";
    private static final String REQUESTED_HEADERS = "Access-Control-Request-Headers";
    private static final String USUAL_HEADERS = "Origin, Content-Type, Authorization, X-Api-Key, X-Request-Id";

    /** Names of headers, separated by commas (RFC 9110, section 5.6.2). */
    private static final Pattern HEADER_NAMES =
            Pattern.compile("[\\w!#$%&'*+.^`|~-]++(?: *+, *+[\\w!#$%&'*+.^`|~-]++)*+");

    private static final int NO_CONTENT = 204;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final AllowedOrigins allowed;

    public CorsFilter(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::filter);
    }

    private void filter(Context ctx) {
        boolean preflight = ctx.method().equals(HandlerType.OPTIONS);
        ctx.header("Vary", preflight ? ORIGIN + ", " + REQUESTED_HEADERS : ORIGIN);
        String origin = ctx.header(ORIGIN);
        if (origin != null && !isSameOrigin(origin, ctx)) {
            if (!allowed.allow(origin)) {
                RequestContext.of(ctx).setErrorCode(ErrorCode.ORIGIN_NOT_ALLOWED.label());
                ctx.status(ErrorCode.ORIGIN_NOT_ALLOWED.status());
                Responses.json(ctx, Map.of("error", "Origin not allowed"));
                ctx.skipRemainingHandlers();
                return;
            }
            addCorsHeaders(origin, ctx::header);
        }
        if (preflight) {
            answerPreflight(ctx, origin != null);
        }
    }

    /** Allows pages of the origin to read the response and its headers. */
    public static void addCorsHeaders(String origin, BiConsumer<String, String> header) {
        header.accept("Access-Control-Allow-Origin", origin);
        header.accept(
                "Access-Control-Expose-Headers",
                "Token-Lifetime-Capped, Warning, X-Request-Id, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset");
    }

    /**
     * Allows the headers that the page wants to send. No route reads cookies, so credentials are never allowed.
     *
     * @param allowedOrigin whether the request is from a page
     */
    private static void answerPreflight(Context ctx, boolean allowedOrigin) {
        String requested = ctx.header(REQUESTED_HEADERS);
        boolean echoed = allowedOrigin
                && requested != null
                && HEADER_NAMES.matcher(requested).matches();
        ctx.header("Access-Control-Allow-Methods", methods(ctx));
        ctx.header("Access-Control-Allow-Headers", echoed ? requested : USUAL_HEADERS);
        ctx.header("Access-Control-Max-Age", "600");
        ctx.status(NO_CONTENT);
        ctx.res().setContentType(null);
        ctx.skipRemainingHandlers();
    }

    /** Clients of the compatible routes expect the methods of older servers. */
    private static String methods(Context ctx) {
        return ExceptionHandlers.usesLegacyFormat(ctx) ? "GET, POST, OPTIONS" : "GET, POST, DELETE, OPTIONS";
    }

    /** Returns whether the page is from this server; behind a proxy the scheme is unknown. */
    private static boolean isSameOrigin(String origin, Context ctx) {
        String host = host(ctx);
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    /** The host in the form of an origin. HTTP/2 has {@code :authority} instead of {@code Host}. */
    private static String host(Context ctx) {
        String host = ctx.header("Host");
        if (host != null) {
            return host;
        }
        int port = ctx.req().getServerPort();
        String name = ctx.req().getServerName();
        return port == HTTP || port == HTTPS ? name : name + ":" + port;
    }
}
