package dev.agoratoken.token;

import dev.agoratoken.text.Ascii;
import dev.agoratoken.text.Printable;
import java.nio.charset.StandardCharsets;

/**
 * The name syntax of Agora's SDKs (docs/reference/token-format.md#names), shared by all types that contain such a name.
 */
final class NameSyntax {
    /** The punctuation among the 89 characters of channel names, user accounts and Signaling user ids. */
    private static final String PUNCTUATION = " !#$%&()+-:;<=.>?@[]^_{}|~,";

    static final String LEGAL = "use a-z, A-Z, 0-9, space and " + PUNCTUATION.strip();

    private NameSyntax() {}

    static void check(String field, String name, int longest) {
        checkLength(field, name, longest);
        checkCharacters(field, name, false, "remove it, or request a wildcard explicitly");
    }

    /** Checks a name of a kind for which Agora has no patterns. */
    static void checkWithoutPattern(String field, String name, int longest) {
        checkLength(field, name, longest);
        checkCharacters(field, name, false, "remove it");
    }

    static void checkPattern(String field, String pattern, int longest) {
        checkLength(field, pattern, longest);
        checkCharacters(field, pattern, true, "");
        if (pattern.indexOf('*') < 0) {
            throw new InvalidValueException(
                    field, Printable.quote(pattern) + " contains no '*'", "use a name instead of a pattern");
        }
    }

    static void checkLength(String field, String name, int longest) {
        if (name == null || name.isEmpty()) {
            throw new InvalidValueException(field, "must not be empty", "use 1 to " + longest + " characters");
        }
        if (name.length() > longest) {
            int bytes = name.getBytes(StandardCharsets.UTF_8).length;
            throw new InvalidValueException(
                    field,
                    Printable.quote(name) + " is too long (" + bytes + " bytes)",
                    "use at most " + longest + " bytes");
        }
    }

    private static void checkCharacters(String field, String name, boolean starAllowed, String remedy) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '*' && !starAllowed) {
                throw new InvalidValueException(field, Printable.quote(name) + " contains the wildcard '*'", remedy);
            }
            if (c != '*' && !isLegal(c)) {
                throw new InvalidValueException(
                        field,
                        Printable.quote(name) + " contains " + Printable.character(name.codePointAt(i))
                                + ", which Agora does not allow",
                        LEGAL);
            }
        }
    }

    private static boolean isLegal(char c) {
        return Ascii.isLetterOrDigit(c) || PUNCTUATION.indexOf(c) >= 0;
    }
}
