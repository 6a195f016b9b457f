package dev.agoratoken.wire;

import dev.agoratoken.token.service.PrivilegeEnd;
import dev.agoratoken.token.service.PrivilegeEntry;
import java.time.Instant;

/**
 * A privilege in a token.
 *
 * @param name absent where the number is unknown
 * @param expiresAt in RFC 3339 UTC; the token's own end where the privilege has none of its own; absent while there is no token
 */
public record PrivilegeDocument(String name, int id, String expiresAt) {
    static PrivilegeDocument from(PrivilegeEntry entry, String name, Instant issuedAt, Instant expiresAt) {
        return new PrivilegeDocument(
                name, entry.id(), end(entry.end(), issuedAt, expiresAt).toString());
    }

    private static Instant end(PrivilegeEnd end, Instant issuedAt, Instant expiresAt) {
        if (end instanceof PrivilegeEnd.After after) {
            return issuedAt.plus(after.duration());
        }
        return end instanceof PrivilegeEnd.At at ? at.instant() : expiresAt;
    }
}
