package dev.agoratoken.issuing.policy.caller;

import dev.agoratoken.text.IdentifierSyntax;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;

/** The name of a caller in the configuration: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record CallerName(String value) {
    public CallerName {
        if (!IdentifierSyntax.matches(value)) {
            throw new InvalidValueException(
                    "name", "invalid caller name " + Printable.quote(value), IdentifierSyntax.REMEDY);
        }
    }

    /**
     * Creates a name.
     *
     * @throws InvalidValueException if it is empty, too long, or contains another character
     */
    public static CallerName of(String value) {
        return new CallerName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
