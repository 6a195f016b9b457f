package dev.agoratoken.issuing;

import dev.agoratoken.token.Ascii;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;

/**
 * The rule for the names of things that are ours and not Agora's: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and
 * {@code .}, so that they can stand in a log, a file and an address as they are.
 */
public final class IdentifierSyntax {
    private static final int MAX_LENGTH = 64;

    private IdentifierSyntax() {}

    /** Whether that is such a name. */
    public static boolean matches(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(IdentifierSyntax::isLegal);
    }

    /**
     * Refuses what is no such name.
     *
     * @param thing what it would be the name of, such as {@code project name}
     * @throws InvalidValueException if it is empty, too long, or holds another character
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
