package dev.agoratoken.http.auth;

import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.issuing.policy.caller.PresentedSecret;
import io.javalin.http.Context;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the credentials of a request: API key or JWT, client certificate and remote address. */
public final class CredentialsExtractor {
    private static final String CLIENT_CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private static final String BEARER = "bearer ";
    private static final String REMEDY = "send 'Authorization: Bearer …' or 'X-Api-Key: …', once";

    private CredentialsExtractor() {}

    public static Credentials of(Context ctx) {
        return new Credentials(
                secret(headers(ctx, "Authorization"), headers(ctx, "X-Api-Key")),
                certificateSubject(ctx),
                ClientAddress.of(ctx));
    }

    /**
     * Returns the only API key or JWT in the headers; more than one is unusable.
     *
     * @param authorizations all {@code Authorization} headers
     * @param keys all {@code X-Api-Key} headers
     */
    static PresentedSecret secret(List<String> authorizations, List<String> keys) {
        if (authorizations.size() + keys.size() > 1) {
            return new PresentedSecret.Unusable("more than one credential", REMEDY);
        }
        if (!authorizations.isEmpty()) {
            return bearer(authorizations.get(0).strip());
        }
        return keys.isEmpty()
                ? new PresentedSecret.Absent()
                : new PresentedSecret.Single(keys.get(0).strip());
    }

    private static PresentedSecret bearer(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? new PresentedSecret.Single(
                        authorization.substring(BEARER.length()).strip())
                : new PresentedSecret.Unusable("the Authorization header is not a bearer token", REMEDY);
    }

    private static List<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }

    private static Optional<String> certificateSubject(Context ctx) {
        return ctx.req().getAttribute(CLIENT_CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0].getSubjectX500Principal().getName())
                : Optional.empty();
    }
}
