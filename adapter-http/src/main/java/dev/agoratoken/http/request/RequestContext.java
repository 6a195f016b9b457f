package dev.agoratoken.http.request;

import dev.agoratoken.http.auth.CredentialsExtractor;
import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanService;
import dev.agoratoken.issuing.policy.RequestId;
import dev.agoratoken.issuing.policy.ban.BansDisabledException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.verify.Verifier;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The context of a request: one configuration snapshot for its whole duration, and what is known about the request so
 * far. Used by one thread at a time.
 */
public final class RequestContext {
    private static final String ATTRIBUTE = RequestContext.class.getName();

    /** Stands for the caller if none was authenticated. */
    public static final String NO_CALLER = "-";

    /** Stands for the route if none matched. */
    public static final String UNMATCHED = "unmatched";

    private final RequestId requestId;
    private final ConfigSnapshot configSnapshot;
    private final long startedAt = System.nanoTime();
    private String route = UNMATCHED;
    private @Nullable Caller caller;
    private @Nullable String errorCode;

    private RequestContext(RequestId requestId, ConfigSnapshot configSnapshot) {
        this.requestId = requestId;
        this.configSnapshot = configSnapshot;
    }

    public static void begin(Context ctx, RequestId requestId, ConfigSnapshot configSnapshot) {
        ctx.attribute(ATTRIBUTE, new RequestContext(requestId, configSnapshot));
    }

    public static RequestContext of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    public String requestId() {
        return requestId.value();
    }

    /** The id for the audit. */
    public RequestId auditId() {
        return requestId;
    }

    public AuthorizingIssuer issuer() {
        return configSnapshot.issuer();
    }

    public Verifier verifier() {
        return configSnapshot.verifier();
    }

    /**
     * The bans.
     *
     * @throws BansDisabledException if this server makes none
     */
    public BanService bans() {
        return configSnapshot.bans().orElseThrow(BansDisabledException::new);
    }

    /** Nanoseconds since the start of the request. */
    public long elapsedNanos() {
        return System.nanoTime() - startedAt;
    }

    public void setRoute(String routeTemplate) {
        route = routeTemplate;
    }

    /** The route template, which never contains a value of the request. */
    public String route() {
        return route;
    }

    /**
     * Authenticates the caller, once.
     *
     * @throws dev.agoratoken.issuing.policy.caller.AuthenticationException if no configured caller has the credentials
     */
    public Caller caller(Context ctx) {
        if (caller == null) {
            caller = configSnapshot.issuer().identify(CredentialsExtractor.of(ctx), requestId);
        }
        return caller;
    }

    /** Issues all tokens to the caller, or none if one is not allowed. */
    public List<Grant> issueAll(Context ctx, List<TokenRequest> requests) {
        return configSnapshot.issuer().issueAll(caller(ctx), requests, requestId);
    }

    /** The configured name of the caller, or {@link #NO_CALLER}. */
    public String callerName() {
        return caller == null ? NO_CALLER : caller.name();
    }

    public void setErrorCode(String code) {
        errorCode = code;
    }

    /** The error code, or null if there was no error. */
    public @Nullable String errorCode() {
        return errorCode;
    }
}
