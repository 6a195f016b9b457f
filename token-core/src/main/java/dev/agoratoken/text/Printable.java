package dev.agoratoken.text;

/**
 * Texts for messages: received values that are safe to print, and numbers with their unit.
 *
 * <p>Printable characters are shown as they are. Control, invisible and unpaired characters are shown by number, such as
 * {@code <U+200B>}, so that a value can neither break the line nor hide anything.
 */
public final class Printable {
    private static final int MAX_SHOWN = 72;

    private Printable() {}

    /** Returns the first 72 characters of a text in quotes, and its length if it is longer; {@code null} without quotes. */
    public static String quote(String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder shown = new StringBuilder().append('"');
        text.codePoints().limit(MAX_SHOWN).forEach(c -> append(shown, c));
        shown.append('"');
        int length = text.codePointCount(0, text.length());
        return length > MAX_SHOWN ? shown + "... (" + length + " characters)" : shown.toString();
    }

    /**
     * Returns one character in quotes, with its number if it is not ASCII, because it may look like another: {@code 'a'},
     * <code>'&#x0430;' (U+0430)</code>. Of a space or an invisible character, returns the number alone.
     */
    public static String character(int codePoint) {
        if (codePoint == ' ' || !isVisible(codePoint)) {
            return number(codePoint);
        }
        String quote = codePoint == '\'' ? "\"" : "'";
        String shown = quote + Character.toString(codePoint) + quote;
        return codePoint < 0x80 ? shown : shown + " (" + number(codePoint) + ")";
    }

    /** Returns a number with its unit, in the plural unless it is 1: {@code 1 second}, {@code 2 seconds}. */
    public static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            shown.append('\\').append((char) codePoint);
        } else if (isVisible(codePoint)) {
            shown.appendCodePoint(codePoint);
        } else {
            shown.append('<').append(number(codePoint)).append('>');
        }
    }

    private static String number(int codePoint) {
        return String.format("U+%04X", codePoint);
    }

    private static boolean isVisible(int codePoint) {
        return codePoint == ' '
                || switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> !isInvisibleLetterOrMark(codePoint);
                };
    }

    /** Characters that Unicode counts among letters, marks and symbols, and that show nothing: fillers and selectors. */
    private static boolean isInvisibleLetterOrMark(int codePoint) {
        return codePoint == 0x034F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x17B4
                || codePoint == 0x17B5
                || codePoint >= 0x180B && codePoint <= 0x180F
                || codePoint == 0x2800
                || codePoint == 0x3164
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint == 0xFFA0
                || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
