package dev.agoratoken.issuing;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.TokenText;
import dev.agoratoken.token.service.Service;
import java.time.Instant;
import java.util.List;

/**
 * A token that was made, and what it says.
 *
 * @param expiresAt the end of the lifetime that was asked for. A token of format 006 claims 24 hours as a whole, as all
 *     official ones do; there this is the end that was given to its privileges
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

    /** The token itself, to be handed to the one who asked for it. */
    public String text() {
        return token.reveal();
    }
}
