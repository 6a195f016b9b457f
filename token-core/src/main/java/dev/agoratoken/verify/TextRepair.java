package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.PERCENT_ENCODED;
import static dev.agoratoken.verify.FindingCode.PLUS_BECAME_SPACE;
import static dev.agoratoken.verify.FindingCode.URL_SAFE_BASE64;
import static dev.agoratoken.verify.FindingCode.WHITESPACE;

import dev.agoratoken.token.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * A repaired text with the findings that describe its damage.
 *
 * @param findingCollector the damage; further findings are added
 */
record TextRepair(String text, FindingCollector findingCollector) {
    /** The length in characters up to which texts are repaired; real tokens have some hundred. */
    private static final int MAX_LENGTH = 1 << 15;

    /** How many tokens of a text are tried: one for RTC and one for Signaling. */
    private static final int MAX_TOKENS = 2;

    private static final int PREFIX = 3;
    private static final int PREFIX_OF_006 = 3 + 32;

    /** Returns the repairs to try, the likeliest first; empty if there is nothing to repair. */
    static List<TextRepair> candidates(String received) {
        if (received.length() > MAX_LENGTH) {
            return List.of();
        }
        String decoded = PercentDecoder.decode(received);
        List<TokenLocator> places = TokenLocator.findAll(decoded);
        List<TextRepair> repairs = new ArrayList<>(2);
        for (int i = 0; i < Math.min(places.size(), MAX_TOKENS); i++) {
            repairs.addAll(candidates(received, places.get(i), places.size()));
        }
        return repairs;
    }

    private static List<TextRepair> candidates(String received, TokenLocator place, int tokens) {
        Span span = Span.of(place.text().substring(place.start(), place.end()));
        if (span.compact().equals(received) && span.spaces() == 0 && !isUrlSafe(received)) {
            return List.of();
        }
        boolean encoded = place.text().length() != received.length();
        TextRepair plus = build(place, tokens, span, encoded, '+');
        if (span.spaces() == 0) {
            return List.of(plus);
        }
        TextRepair removed = build(place, tokens, span, encoded, '\0');
        return hasBase64Length(plus.text) || !hasBase64Length(removed.text)
                ? List.of(plus, removed)
                : List.of(removed, plus);
    }

    /** Returns whether the length after the prefix is one of padded base64. */
    private static boolean hasBase64Length(String token) {
        return (token.length() - (token.startsWith("006") ? PREFIX_OF_006 : PREFIX)) % 4 == 0;
    }

    private static boolean isUrlSafe(String token) {
        return token.indexOf('-') >= 0 || token.indexOf('_') >= 0;
    }

    private static TextRepair build(TokenLocator place, int tokens, Span span, boolean encoded, char replacement) {
        FindingCollector findingCollector = new FindingCollector();
        if (encoded) {
            findingCollector.error(
                    PERCENT_ENCODED,
                    "the token is percent-encoded, as in a URL",
                    "decode the token once after you read it from the URL");
        }
        boolean plusLost = span.spaces() > 0 && replacement == '+';
        if (plusLost) {
            findingCollector.error(
                    PLUS_BECAME_SPACE,
                    Printable.count(span.spaces(), "space") + " where '+' is expected: the token was URL-decoded",
                    "percent-encode the token in URLs and forms ('+' as %2B)");
        }
        int inside = span.whitespace() + (plusLost ? 0 : span.spaces());
        if (inside > 0) {
            findingCollector.error(
                    WHITESPACE,
                    Printable.count(inside, "extra character")
                            + " inside the token, such as a space, line break or backslash",
                    "send the token as one line, without extra characters");
        }
        place.reportSurroundings(tokens, findingCollector);
        String compact = span.compact();
        if (isUrlSafe(compact)) {
            findingCollector.error(
                    URL_SAFE_BASE64,
                    "the token contains '-' or '_' instead of '+' or '/': it was encoded as URL-safe base64",
                    "encode the token as standard base64, and percent-encode it in URLs");
            compact = compact.replace('-', '+').replace('_', '/');
        }
        return new TextRepair(
                replacement == '+' ? compact.replace(' ', '+') : compact.replace(" ", ""), findingCollector);
    }

    @Override
    public String toString() {
        return "TextRepair[" + text.length() + " characters, redacted]";
    }

    /**
     * The text of a token from its beginning to its end.
     *
     * @param compact the text without line breaks and the spaces beside them; other spaces may have been '+'
     * @param spaces the number of spaces in {@code compact}
     * @param whitespace the number of removed characters
     */
    private record Span(String compact, int spaces, int whitespace) {
        static Span of(String text) {
            StringBuilder compact = new StringBuilder(text.length());
            int spaces = 0;
            int i = 0;
            while (i < text.length()) {
                int end = i;
                boolean onlySpaces = true;
                while (end < text.length() && TokenLocator.isWhitespace(text.charAt(end))) {
                    onlySpaces &= text.charAt(end) == ' ';
                    end++;
                }
                if (end == i) {
                    end = i + 1;
                    compact.append(text.charAt(i));
                } else if (onlySpaces) {
                    compact.append(text, i, end);
                    spaces += end - i;
                }
                i = end;
            }
            return new Span(compact.toString(), spaces, text.length() - compact.length());
        }
    }
}
