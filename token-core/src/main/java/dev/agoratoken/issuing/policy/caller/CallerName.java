package dev.agoratoken.issuing.policy.caller;

import dev.agoratoken.issuing.IdentifierSyntax;

/** The name of a caller in the configuration: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record CallerName(String value) {
    public CallerName {
        IdentifierSyntax.check("name", value, "caller name");
    }

    /**
     * Creates a name.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it is empty, too long, or contains another character
     */
    public static CallerName of(String value) {
        return new CallerName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
