package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.issuing.IdentifierSyntax;

/** The id of a ban: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record BanId(String value) {
    public BanId {
        IdentifierSyntax.check("id", value, "ban id");
    }

    /**
     * Creates an id.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it is empty, too long, or contains another character
     */
    public static BanId of(String value) {
        return new BanId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
