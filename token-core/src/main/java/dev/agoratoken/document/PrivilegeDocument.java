package dev.agoratoken.document;

import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A privilege in a token.
 *
 * @param name absent if the number is unknown
 * @param expiresAt in RFC 3339 UTC; the token's expiry if the privilege has none; absent if there is no token
 */
public record PrivilegeDocument(
        @Nullable String name, int id, @Nullable String expiresAt) {
    static PrivilegeDocument from(PrivilegeEntry entry, @Nullable String name, Instant issuedAt, Instant expiresAt) {
        return new PrivilegeDocument(
                name, entry.id(), end(entry.expiry(), issuedAt, expiresAt).toString());
    }

    private static Instant end(PrivilegeExpiry expiry, Instant issuedAt, Instant expiresAt) {
        if (expiry instanceof PrivilegeExpiry.After after) {
            return issuedAt.plus(after.duration());
        }
        return expiry instanceof PrivilegeExpiry.At at ? at.instant() : expiresAt;
    }
}
