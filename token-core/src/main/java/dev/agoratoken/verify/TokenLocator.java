package dev.agoratoken.verify;

import dev.agoratoken.token.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The location of a token in a text: after {@code Bearer}, in quotes, in JSON, in a URL.
 *
 * @param end the position after its last character
 * @param number the position among the tokens of the text, from 1
 */
record TokenLocator(String text, int start, int end, int number) {
    private static final String CLOSING = "\"'`,;&)}]>|";

    /** Shorter texts are incomplete tokens; the shortest tokens have more than a hundred characters. */
    private static final int MIN_LENGTH = 64;

    private static final int MAX_LABEL_LENGTH = 16;

    /** Returns the locations of possible tokens, the longest first; an incomplete one only if there is no other. */
    static List<TokenLocator> findAll(String text) {
        List<TokenLocator> places = new ArrayList<>(2);
        TokenLocator longest = null;
        int endOfWords = endOfWords(text);
        for (int start = beginning(text, 0); start >= 0; ) {
            TokenLocator place = new TokenLocator(text, start, end(text, start), places.size() + 1);
            if (place.isDelimited(endOfWords)) {
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
                        || isWhitespace(text.charAt(end)) && !(end - start >= MIN_LENGTH && isTokenAfter(text, end)))) {
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

    /** Returns whether another token follows a space, alone or after a name and {@code =}. */
    private static boolean isTokenAfter(String text, int space) {
        int label = space + 1;
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

    /** Returns the position after which only whitespace follows. */
    private static int endOfWords(String text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Returns whether a delimiter follows, and not a damaged character. */
    private boolean isDelimited(int endOfWords) {
        return end >= endOfWords
                || text.charAt(end - 1) == '=' && !isDigit(text.charAt(end))
                || CLOSING.indexOf(text.charAt(end)) >= 0
                || isTokenAfter(text, end);
    }

    /** Reports text around the token without showing it, because it may be secret. */
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

    /** Returns whether a character is whitespace, invisible, or a backslash from escaping. */
    static boolean isWhitespace(char c) {
        return c <= ' ' || c == '\\' || c == 0xA0 || c == 0x200B || c == 0xFEFF || Character.isWhitespace(c);
    }

    /** Returns whether a character is a base64 digit, standard or URL-safe. */
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
