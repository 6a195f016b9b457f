package dev.agoratoken.issuing;

import dev.agoratoken.text.IdentifierSyntax;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;

/**
 * The name of a project in the configuration and in requests: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code
 * .}.
 *
 * @param value 1 to 64 characters
 */
public record ProjectName(String value) {
    /** The name of the project for requests that name none. */
    public static final ProjectName DEFAULT = new ProjectName("default");

    /** Same as {@link #of}. */
    public ProjectName {
        if (!IdentifierSyntax.matches(value)) {
            throw new InvalidValueException(
                    "project", "invalid project name " + Printable.quote(value), IdentifierSyntax.REMEDY);
        }
    }

    /**
     * {@return a project name}
     *
     * @param value 1 to 64 characters
     * @throws InvalidValueException if it is empty, too long, or contains another character
     */
    public static ProjectName of(String value) {
        return new ProjectName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
