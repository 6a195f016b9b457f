package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.text.IdentifierSyntax;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;

/** The id of a ban: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record BanId(String value) {
    public BanId {
        if (!IdentifierSyntax.matches(value)) {
            throw new InvalidValueException("id", "invalid ban id " + Printable.quote(value), IdentifierSyntax.REMEDY);
        }
    }

    /**
     * Creates an id.
     *
     * @throws InvalidValueException if it is empty, too long, or contains another character
     */
    public static BanId of(String value) {
        return new BanId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
