package dev.agoratoken.token.service;

import dev.agoratoken.token.Lifetime;
import java.time.Duration;
import java.time.Instant;

/** When a privilege expires, in the four ways of expressing it. */
public sealed interface PrivilegeExpiry {
    /** Expires with the token; the token's lifetime is written. */
    PrivilegeExpiry WITH_TOKEN = new WithToken();

    /** No privilege expiry: 0 is written, and the token's expiry applies (docs/reference/token-format.md#validity). */
    PrivilegeExpiry UNSET = new Unset();

    /**
     * {@return an expiry that long after the issue time}
     *
     * @param lifetime 1 second to 24 hours
     */
    static PrivilegeExpiry after(Lifetime lifetime) {
        return new After(lifetime.duration());
    }

    /** Expires with the token. */
    record WithToken() implements PrivilegeExpiry {}

    /** Has no privilege expiry. */
    record Unset() implements PrivilegeExpiry {}

    /**
     * Expires that long after the issue time, as in format 007. A decoded token can contain any number of seconds of 32
     * bits.
     *
     * @param duration whole seconds from the issue time on
     */
    record After(Duration duration) implements PrivilegeExpiry {}

    /**
     * Expires at a point in time, as in format 006.
     *
     * @param instant whole seconds since 1970
     */
    record At(Instant instant) implements PrivilegeExpiry {}
}
