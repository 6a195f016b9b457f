package dev.agoratoken.issuing.diagnosis;

/**
 * Where in a text a token stands: after {@code Bearer}, in quotes, in JSON, in a URL.
 *
 * @param end behind the last character that belongs to it
 */
record TokenPlace(String text, int start, int end) {
    private static final String CLOSING = "\"'`,;&)}]>|";

    /** The longest piece that looks like a token, or null if there is none. */
    static TokenPlace in(String text) {
        TokenPlace longest = null;
        int blankFrom = endOfWords(text);
        int from = 0;
        while (from >= 0 && from < text.length()) {
            int start = beginning(text, from);
            if (start < 0) {
                break;
            }
            TokenPlace place = new TokenPlace(text, start, end(text, start));
            if (place.isDelimited(blankFrom) && (longest == null || place.length() > longest.length())) {
                longest = place;
            }
            from = place.end;
        }
        return longest;
    }

    private static int beginning(String text, int from) {
        for (int i = text.indexOf("00", from); i >= 0; i = text.indexOf("00", i + 1)) {
            boolean complete = i + 2 < text.length() && (text.charAt(i + 2) == '6' || text.charAt(i + 2) == '7');
            if (complete && (i == 0 || !isDigit(text.charAt(i - 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && (isDigit(text.charAt(end)) || isWhitespace(text.charAt(end)))) {
            end++;
        }
        while (end < text.length() && (text.charAt(end) == '=' || isWhitespace(text.charAt(end)))) {
            end++;
        }
        while (end > start && isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int length() {
        return end - start;
    }

    /** Where nothing but blanks is left. */
    private static int endOfWords(String text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Whether it ends where a token could, and not at a character that was changed. */
    private boolean isDelimited(int blankFrom) {
        return end >= blankFrom
                || text.charAt(end - 1) == '=' && !isDigit(text.charAt(end))
                || CLOSING.indexOf(text.charAt(end)) >= 0;
    }

    /** Says that something stands around the token, without showing it: it may be a secret. */
    void reportSurroundings(Findings findings) {
        int after = text.length() - end;
        if (start + after > 0) {
            findings.warn(
                    FindingCode.WHITESPACE,
                    start + " characters stand before the token and " + after
                            + " after it, such as blanks, quotes or words",
                    "send the token alone");
        }
    }

    /** What separates words and lines, visible or not, and the backslash of those who escape. */
    static boolean isWhitespace(char c) {
        return c <= ' ' || c == '\\' || c == 0xA0 || c == 0x200B || c == 0xFEFF || Character.isWhitespace(c);
    }

    /** A digit of either alphabet of base64. */
    private static boolean isDigit(char c) {
        return c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }
}
