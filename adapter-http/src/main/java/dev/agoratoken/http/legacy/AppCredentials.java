package dev.agoratoken.http.legacy;

import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The App ID and certificate that samples of Agora put into bodies. The App ID selects a project; the certificate is not
 * read, because a client must not have it.
 */
final class AppCredentials {
    static final String APP_ID = "appId";
    static final String APP_CERTIFICATE = "appCertificate";

    private static final String WARNING = "299 - \"appCertificate is ignored; do not ship it in apps\"";
    private static final Logger LOG = LoggerFactory.getLogger(AppCredentials.class);

    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * Returns the project of the App ID in a body; empty for the default project. The caller is authenticated first, so
     * that others cannot find out which projects exist.
     *
     * @throws InvalidValueException if no configured project has the App ID
     */
    Optional<ProjectName> project(Context ctx, BodyFields fields) {
        if (fields.value(APP_CERTIFICATE).filter(value -> !value.equals("")).isPresent()) {
            warn(ctx);
        }
        RequestContext requestContext = RequestContext.of(ctx);
        requestContext.caller(ctx);
        return fields.text(APP_ID)
                .map(AppId::of)
                .map(appId -> requestContext
                        .issuer()
                        .projectWith(appId)
                        .orElseThrow(() -> new InvalidValueException(
                                APP_ID,
                                "no configured project has the App ID " + Printable.quote(appId.value()),
                                "send the App ID of a configured project, or none for the default project")));
    }

    private void warn(Context ctx) {
        ctx.res().addHeader("Warning", WARNING);
        if (warned.compareAndSet(false, true)) {
            LOG.warn(
                    "{}: a client sent an appCertificate, which is ignored; remove it from the app and replace the certificate",
                    RequestContext.of(ctx).route());
        }
    }
}
