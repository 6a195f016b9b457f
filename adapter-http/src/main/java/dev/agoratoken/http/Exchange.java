package dev.agoratoken.http;

import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.diagnosis.Verifier;
import dev.agoratoken.issuing.policy.Caller;
import dev.agoratoken.issuing.policy.Grant;
import dev.agoratoken.issuing.policy.GuardedIssuer;
import dev.agoratoken.issuing.policy.RequestId;
import io.javalin.http.Context;
import java.util.List;

/**
 * A request while it is answered: one state of the configuration from its beginning to its end, and what becomes known of
 * it. Belongs to one request, which one thread at a time works on.
 */
final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();
    /** In place of a caller where nobody was asked who they are. */
    static final String NOBODY = "-";

    /** In place of a route where there was none. */
    static final String UNMATCHED = "unmatched";

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

    static void begin(Context ctx, RequestId requestId, Snapshot snapshot) {
        ctx.attribute(ATTRIBUTE, new Exchange(requestId, snapshot));
    }

    static Exchange of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    String requestId() {
        return requestId.value();
    }

    GuardedIssuer issuer() {
        return snapshot.issuer();
    }

    Verifier verifier() {
        return snapshot.verifier();
    }

    /** How long it has been going on. */
    long nanos() {
        return System.nanoTime() - startedAt;
    }

    void routedTo(String routeTemplate) {
        template = routeTemplate;
    }

    /** The route as it was declared, which never holds a name out of a request. */
    String template() {
        return template;
    }

    /**
     * Who asks.
     *
     * @throws dev.agoratoken.issuing.policy.UnknownCallerException if nobody who is known does
     */
    Caller caller(Context ctx) {
        if (caller == null) {
            caller = snapshot.issuer().identify(ShownCredentials.of(ctx), requestId);
        }
        return caller;
    }

    /** Issues those tokens to who asks, if they may have all of them. */
    List<Grant> issueAll(Context ctx, List<TokenRequest> requests) {
        return snapshot.issuer().issueAll(caller(ctx), requests, requestId);
    }

    /** The name of the caller in the configuration, as far as it is known. */
    String callerName() {
        return caller == null ? NOBODY : caller.name();
    }

    void refusedWith(String code) {
        refusal = code;
    }

    /** The code of the failure, or null if there was none. */
    String refusal() {
        return refusal;
    }
}
