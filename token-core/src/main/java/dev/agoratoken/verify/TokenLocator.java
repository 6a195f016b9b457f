package dev.agoratoken.verify;

import dev.agoratoken.token.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where in a text a token stands: after {@code Bearer}, in quotes, in JSON, in a URL.
 *
 * @param end behind the last character that belongs to it
 * @param number which of the tokens in the text it is, counted from 1
 */
record TokenLocator(String text, int start, int end, int number) {
    private static final String CLOSING = "\"'`,;&)}]>|";

    /** What is shorter is the beginning of a token at most; the shortest have more than a hundred characters. */
    private static final int MIN_LENGTH = 64;

    private static final int MAX_LABEL_LENGTH = 16;

    /** The pieces that look like a token, the longest first; one that is too short only where there is no other. */
    static List<TokenLocator> findAll(String text) {
        List<TokenLocator> places = new ArrayList<>(2);
        TokenLocator longest = null;
        int blankFrom = endOfWords(text);
        for (int start = beginning(text, 0); start >= 0; ) {
            TokenLocator place = new TokenLocator(text, start, end(text, start), places.size() + 1);
            if (place.isDelimited(blankFrom)) {
                longest = longest == null || place.length() > longest.length() ? place : longest;
                if (place.length() >= MIN_LENGTH) {
                    places.add(place);
                }
            }
            start = beginning(text, place.end);
        }
        places.sort(Comparator.comparingInt(TokenLocator::length).reversed());
        return longest == null || !places.isEmpty() ? places : List.of(longest);
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
        while (end < text.length()
                && (isDigit(text.charAt(end))
                        || isWhitespace(text.charAt(end)) && !(end - start >= MIN_LENGTH && isNextAfter(text, end)))) {
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

    /** Whether another token begins behind that blank, alone or behind its name and {@code =}. */
    private static boolean isNextAfter(String text, int blank) {
        int label = blank + 1;
        int at = label;
        while (at < text.length() && at - label < MAX_LABEL_LENGTH && Character.isLetter(text.charAt(at))) {
            at++;
        }
        int token = at > label && at < text.length() && text.charAt(at) == '=' ? at + 1 : label;
        return text.startsWith("006", token) || text.startsWith("007", token);
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
                || CLOSING.indexOf(text.charAt(end)) >= 0
                || isNextAfter(text, end);
    }

    /** Says that something stands around the token, without showing it: it may be a secret. */
    void reportSurroundings(int tokens, FindingCollector findingCollector) {
        int after = text.length() - end;
        if (tokens > 1) {
            findingCollector.warn(
                    FindingCode.WHITESPACE,
                    "the text contains " + tokens + " tokens, and token " + number + " was read",
                    "send only the token that the SDK gets");
        } else if (start + after > 0) {
            findingCollector.warn(
                    FindingCode.WHITESPACE,
                    Printable.count(start, "character") + " before the token and " + after
                            + " after it, such as spaces, quotes or words",
                    "send only the token");
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
