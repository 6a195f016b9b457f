package dev.agoratoken.http.request;

import dev.agoratoken.http.settings.Snapshot;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.GuardedIssuer;
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
public final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();
    /** In place of a caller where nobody was asked who they are. */
    public static final String NOBODY = "-";

    /** In place of a route where there was none. */
    public static final String UNMATCHED = "unmatched";

    private final RequestId requestId;
    private final Snapshot snapshot;
    private final long startedAt = System.nanoTime();
    private String template = UNMATCHED;
    private Caller caller;
    private String refusal;

    private Exchange(RequestId requestId, Snapshot snapshot) {
        this.requestId = requestId;
        this.snapshot = snapshot;
    }

    public static void begin(Context ctx, RequestId requestId, Snapshot snapshot) {
        ctx.attribute(ATTRIBUTE, new Exchange(requestId, snapshot));
    }

    public static Exchange of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    public String requestId() {
        return requestId.value();
    }

    public GuardedIssuer issuer() {
        return snapshot.issuer();
    }

    public Verifier verifier() {
        return snapshot.verifier();
    }

    /** How long it has been going on. */
    public long nanos() {
        return System.nanoTime() - startedAt;
    }

    public void routedTo(String routeTemplate) {
        template = routeTemplate;
    }

    /** The route as it was declared, which never holds a name out of a request. */
    public String template() {
        return template;
    }

    /**
     * Who asks.
     *
     * @throws dev.agoratoken.issuing.policy.caller.UnknownCallerException if nobody who is known does
     */
    public Caller caller(Context ctx) {
        if (caller == null) {
            caller = snapshot.issuer().identify(ShownCredentials.of(ctx), requestId);
        }
        return caller;
    }

    /** Issues those tokens to who asks, if they may have all of them. */
    public List<Grant> issueAll(Context ctx, List<TokenRequest> requests) {
        return snapshot.issuer().issueAll(caller(ctx), requests, requestId);
    }

    /** The name of the caller in the configuration, as far as it is known. */
    public String callerName() {
        return caller == null ? NOBODY : caller.name();
    }

    public void refusedWith(String code) {
        refusal = code;
    }

    /** The code of the failure, or null if there was none. */
    public String refusal() {
        return refusal;
    }
}
