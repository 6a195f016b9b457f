package dev.agoratoken.verify.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of the characters that a client may send around a token. */
final class SentCharacters {
    private SentCharacters() {}

    /** Returns what the characters are, such as {@code quotes and spaces}. */
    static String describe(String characters) {
        Set<String> kinds =
                characters.chars().mapToObj(SentCharacters::kind).collect(Collectors.toCollection(LinkedHashSet::new));
        if (kinds.size() > 3) {
            return "extra characters";
        }
        return String.join(", ", kinds).replaceFirst(", ([^,]*)$", " and $1");
    }

    private static String kind(int c) {
        return switch (c) {
            case ' ' -> "spaces";
            case '\t' -> "tabs";
            case '\n', '\r' -> "line breaks";
            case '\\' -> "backslashes";
            case 0xFEFF -> "a byte order mark";
            case '<', '>', '(', ')', '[', ']', '{', '}' -> "brackets";
            case '"', '\'', '`', 0x2018, 0x2019, 0x201C, 0x201D, 0xAB, 0xBB -> "quotes";
            case 'b', 'u' -> "a Python prefix";
            default -> "invisible characters";
        };
    }
}
