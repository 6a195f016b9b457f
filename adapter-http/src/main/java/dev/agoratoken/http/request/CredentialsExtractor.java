package dev.agoratoken.http.request;

import dev.agoratoken.issuing.policy.caller.Credentials;
import io.javalin.http.Context;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a request shows to say who sent it: all of it, also what it shows twice. */
final class CredentialsExtractor {
    private static final String CLIENT_CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private CredentialsExtractor() {}

    static Credentials of(Context ctx) {
        return new Credentials(
                headers(ctx, "Authorization"),
                headers(ctx, "X-Api-Key"),
                certificateSubject(ctx),
                ctx.req().getRemoteAddr());
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
