package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.issuing.IdentifierSyntax;
import java.util.UUID;

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

    /** Returns a new random id. */
    public static BanId random() {
        return new BanId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
