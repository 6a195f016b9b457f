package dev.agoratoken.verify.grant;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recognition of names that look the same but have other characters, such as a Cyrillic letter or O for 0. */
final class LookAlikes {
    /** Letters of the Cyrillic and Greek alphabets, and below them what they look like. */
    private static final String LETTERS =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u03bf\u03b1\u03bd\u03c1"
                    + "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u2010\u2011\u2012\u2013\u2014\u2212";

    private static final String LATIN = "aeopcyxijsdhoavp" + "ABEKMHOPCTXABEHIKMNOPTX" + "------";

    /** The longest name of any SDK; longer ones are not compared. */
    private static final int MAX_LENGTH = 255;

    private LookAlikes() {}

    /** Returns the difference as the end of a message; empty if the names do not look the same. */
    static String difference(String stored, String name) {
        if (stored.length() > MAX_LENGTH || !skeleton(stored).equals(skeleton(name))) {
            return "";
        }
        Set<String> codes = IntStream.concat(stored.codePoints(), name.codePoints())
                .filter(c -> c > '~' && (stored.indexOf(c) < 0 || name.indexOf(c) < 0))
                .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
                .limit(3)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return ": look-alike characters differ" + (codes.isEmpty() ? "" : " (" + String.join(", ", codes) + ")");
    }

    /** Returns what a reader sees: no invisible characters, and one letter for each shape. */
    private static String skeleton(String name) {
        StringBuilder seen = new StringBuilder(name.length());
        name.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> seen.appendCodePoint(shape(c)));
        return seen.toString();
    }

    private static int shape(int c) {
        int index = LETTERS.indexOf(c);
        int letter = index < 0 ? halfWidth(c) : LATIN.charAt(index);
        return switch (letter) {
            case '0' -> 'O';
            case '1', 'I', '|' -> 'l';
            default -> letter;
        };
    }

    /** Returns the ASCII character of a full-width one. */
    private static int halfWidth(int c) {
        return c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c;
    }
}
