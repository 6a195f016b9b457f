package dev.agoratoken.issuing;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.TokenText;
import dev.agoratoken.token.service.Service;
import java.time.Instant;
import java.util.List;

/**
 * A token with its main properties. JSON libraries cannot see the token in it, which redacts itself: return {@link
 * dev.agoratoken.AgoraTokens#document} from web frameworks.
 *
 * @param token the token; {@link #text} reveals it
 * @param format the format of its text
 * @param project the project that it is for
 * @param appId the App ID that it contains
 * @param issuedAt when it was made, to the second
 * @param expiresAt the end of the requested lifetime. A token of format 006 itself claims 24 hours, as all official
 *     ones do; there this is the expiry of its privileges. Privileges with a shorter lifetime expire earlier
 * @param services what it opens
 */
public record IssuedToken(
        TokenText token,
        TokenFormat format,
        ProjectName project,
        AppId appId,
        Instant issuedAt,
        Instant expiresAt,
        List<Service> services) {
    /** Copies the list. */
    public IssuedToken {
        services = List.copyOf(services);
    }

    /** {@return the token, to be given to the caller who requested it} */
    public String text() {
        return token.reveal();
    }

    /** Redacts the token, and the App ID, which may be a certificate in its place. */
    @Override
    public String toString() {
        return "IssuedToken[format " + format + ", project " + project + ", " + issuedAt + " to " + expiresAt + ", "
                + services + ", redacted]";
    }
}
