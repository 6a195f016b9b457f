package dev.agoratoken.text;

/**
 * The syntax of our own names, as opposed to Agora's: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .},
 * safe in logs, files and URLs.
 */
public final class IdentifierSyntax {
    private static final int MAX_LENGTH = 64;

    /** What to do about an invalid name. */
    public static final String REMEDY = "use 1 to " + MAX_LENGTH + " of a-z, A-Z, 0-9, '_', '-' and '.'";

    private IdentifierSyntax() {}

    /** Whether the text is a valid name. */
    public static boolean matches(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(IdentifierSyntax::isLegal);
    }

    private static boolean isLegal(int c) {
        return Ascii.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
