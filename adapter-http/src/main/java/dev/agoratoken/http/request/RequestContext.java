package dev.agoratoken.http.request;

import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.RequestId;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.verify.Verifier;
import io.javalin.http.Context;
import java.util.List;

/**
 * A request while it is answered: one state of the configuration from its beginning to its end, and what becomes known of
 * it. Belongs to one request, which one thread at a time works on.
 */
public final class RequestContext {
    private static final String ATTRIBUTE = RequestContext.class.getName();
    /** In place of a caller where nobody was asked who they are. */
    public static final String NO_CALLER = "-";

    /** In place of a route where there was none. */
    public static final String UNMATCHED = "unmatched";

    private final RequestId requestId;
    private final ConfigSnapshot configSnapshot;
    private final long startedAt = System.nanoTime();
    private String route = UNMATCHED;
    private Caller caller;
    private String errorCode;

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

    public AuthorizingIssuer issuer() {
        return configSnapshot.issuer();
    }

    public Verifier verifier() {
        return configSnapshot.verifier();
    }

    /** How long it has been going on. */
    public long elapsedNanos() {
        return System.nanoTime() - startedAt;
    }

    public void setRoute(String routeTemplate) {
        route = routeTemplate;
    }

    /** The route as it was declared, which never holds a name out of a request. */
    public String route() {
        return route;
    }

    /**
     * Who asks.
     *
     * @throws dev.agoratoken.issuing.policy.caller.AuthenticationException if nobody who is known does
     */
    public Caller caller(Context ctx) {
        if (caller == null) {
            caller = configSnapshot.issuer().identify(CredentialsExtractor.of(ctx), requestId);
        }
        return caller;
    }

    /** Issues those tokens to who asks, if they may have all of them. */
    public List<Grant> issueAll(Context ctx, List<TokenRequest> requests) {
        return configSnapshot.issuer().issueAll(caller(ctx), requests, requestId);
    }

    /** The name of the caller in the configuration, as far as it is known. */
    public String callerName() {
        return caller == null ? NO_CALLER : caller.name();
    }

    public void setErrorCode(String code) {
        errorCode = code;
    }

    /** The code of the failure, or null if there was none. */
    public String errorCode() {
        return errorCode;
    }
}
