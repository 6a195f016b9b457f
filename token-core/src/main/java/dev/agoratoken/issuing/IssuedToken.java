package dev.agoratoken.issuing;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.TokenText;
import dev.agoratoken.token.service.Service;
import java.time.Instant;
import java.util.List;

/**
 * A token with its main properties.
 *
 * @param expiresAt the end of the requested lifetime. A token of format 006 itself claims 24 hours, as all official
 *     ones do; there this is the expiry of its privileges
 */
public record IssuedToken(
        TokenText token,
        TokenFormat format,
        ProjectName project,
        AppId appId,
        Instant issuedAt,
        Instant expiresAt,
        List<Service> services) {
    public IssuedToken {
        services = List.copyOf(services);
    }

    /** The token, to be given to the caller who requested it. */
    public String text() {
        return token.reveal();
    }
}
