package dev.agoratoken.token.service;

import dev.agoratoken.token.Lifetime;
import java.time.Duration;
import java.time.Instant;

/** When a privilege ends, in the four ways in which tokens say it. */
public sealed interface PrivilegeExpiry {
    /** Ends when the token ends; the token's own lifetime is written. */
    PrivilegeExpiry WITH_TOKEN = new WithToken();

    /** No end of its own: 0 is written, and the token's end rules (docs/reference/token-format.md#validity). */
    PrivilegeExpiry UNSET = new Unset();

    /** Ends so long after the token was made, 1 second to 24 hours. */
    static PrivilegeExpiry after(Lifetime lifetime) {
        return new After(lifetime.duration());
    }

    /** Ends with the token. */
    record WithToken() implements PrivilegeExpiry {}

    /** Has no end of its own. */
    record Unset() implements PrivilegeExpiry {}

    /** Ends so long after the token was made, as format 007 says it; a token that was read may hold any 32-bit number. */
    record After(Duration duration) implements PrivilegeExpiry {}

    /** Ends at a moment, as format 006 says it. */
    record At(Instant instant) implements PrivilegeExpiry {}
}
