package dev.agoratoken.issuing;

import dev.agoratoken.token.Ascii;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;

/**
 * The syntax of our own names, as opposed to Agora's: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .},
 * safe in logs, files and URLs.
 */
public final class IdentifierSyntax {
    private static final int MAX_LENGTH = 64;

    private IdentifierSyntax() {}

    /** Whether the text is a valid name. */
    public static boolean matches(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(IdentifierSyntax::isLegal);
    }

    /**
     * Rejects an invalid name.
     *
     * @param thing what it names, such as {@code project name}
     * @throws InvalidValueException if the name is empty, too long, or contains another character
     */
    public static void check(String field, String text, String thing) {
        if (!matches(text)) {
            throw new InvalidValueException(
                    field,
                    "invalid " + thing + " " + Printable.quote(text),
                    "use 1 to " + MAX_LENGTH + " of a-z, A-Z, 0-9, '_', '-' and '.'");
        }
    }

    private static boolean isLegal(int c) {
        return Ascii.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
