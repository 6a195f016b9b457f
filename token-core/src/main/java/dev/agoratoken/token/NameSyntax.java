package dev.agoratoken.token;

import java.nio.charset.StandardCharsets;

/** The rules that Agora's SDKs have for names, shared by the types that hold one. */
public final class NameSyntax {
    /** The punctuation among the 89 characters of channel names, user accounts and Signaling user ids. */
    private static final String PUNCTUATION = " !#$%&()+-:;<=.>?@[]^_{}|~,";

    static final String LEGAL = "use a-z, A-Z, 0-9, space and " + PUNCTUATION.strip();

    private NameSyntax() {}

    public static void check(String field, String name, int longest) {
        checkLength(field, name, longest);
        checkCharacters(field, name, false);
    }

    public static void checkPattern(String field, String pattern, int longest) {
        checkLength(field, pattern, longest);
        checkCharacters(field, pattern, true);
        if (pattern.indexOf('*') < 0) {
            throw new InvalidValueException(
                    field, Printable.quote(pattern) + " holds no '*'", "write a plain name as a name");
        }
    }

    static void checkLength(String field, String name, int longest) {
        if (name == null || name.isEmpty()) {
            throw new InvalidValueException(field, "it is empty", "give 1 to " + longest + " characters");
        }
        if (name.length() > longest) {
            int bytes = name.getBytes(StandardCharsets.UTF_8).length;
            throw new InvalidValueException(
                    field, Printable.quote(name) + " is " + bytes + " bytes long", "use at most " + longest + " bytes");
        }
    }

    private static void checkCharacters(String field, String name, boolean starAllowed) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '*' && !starAllowed) {
                throw new InvalidValueException(
                        field,
                        Printable.quote(name) + " holds '*', which stands for any text",
                        "leave it out, or ask for a wildcard explicitly");
            }
            if (c != '*' && !isLegal(c)) {
                throw new InvalidValueException(
                        field, Printable.quote(name) + " holds " + named(c) + ", which Agora does not allow", LEGAL);
            }
        }
    }

    static String named(char c) {
        return c > 0x20 && c < 0x7F ? "'" + c + "'" : String.format("the character U+%04X", (int) c);
    }

    private static boolean isLegal(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PUNCTUATION.indexOf(c) >= 0;
    }
}
