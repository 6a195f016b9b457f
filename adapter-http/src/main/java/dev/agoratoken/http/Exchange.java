package dev.agoratoken.http;

import dev.agoratoken.issuing.policy.Caller;
import dev.agoratoken.issuing.policy.GuardedIssuer;
import io.javalin.http.Context;
import java.util.function.Supplier;

/**
 * A request while it is answered: one state of the configuration from its beginning to its end, and what becomes known of
 * it. Belongs to one request, which one thread at a time works on.
 */
final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();
    private static final String UNMATCHED = "unmatched";

    private final String requestId;
    private final GuardedIssuer issuer;
    private final long startedAt = System.nanoTime();
    private String template = UNMATCHED;
    private Caller caller;
    private String refusal;

    private Exchange(String requestId, GuardedIssuer issuer) {
        this.requestId = requestId;
        this.issuer = issuer;
    }

    static void begin(Context ctx, String requestId, Supplier<GuardedIssuer> issuers) {
        ctx.attribute(ATTRIBUTE, new Exchange(requestId, issuers.get()));
    }

    static Exchange of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    String requestId() {
        return requestId;
    }

    GuardedIssuer issuer() {
        return issuer;
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
            caller = issuer.identify(ShownCredentials.of(ctx));
        }
        return caller;
    }

    /** The name of the caller in the configuration, as far as it is known. */
    String callerName() {
        return caller == null ? "-" : caller.name();
    }

    void refusedWith(String code) {
        refusal = code;
    }

    /** The code of the failure, or null if there was none. */
    String refusal() {
        return refusal;
    }
}
