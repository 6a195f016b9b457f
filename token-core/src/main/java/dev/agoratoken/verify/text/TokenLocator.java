package dev.agoratoken.verify.text;

import dev.agoratoken.codec.TokenCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finder of the tokens in a text. A token ends where its content says, or else at a line break. */
final class TokenLocator {
    static final int PREFIX = 3;
    static final int END_OF_APP_ID = PREFIX + 32;

    private static final String CLOSING = "\"'`,;&)}]>|";

    /** Shorter texts are incomplete tokens; the shortest tokens have more than a hundred characters. */
    private static final int MIN_LENGTH = 64;

    /** How many beginnings of a text are tried. */
    private static final int MAX_BEGINNINGS = 32;

    /** The beginning of format 006 with spaces around the App ID; the length of its signature is always "IA". */
    private static final Pattern SPACED_APP_ID =
            Pattern.compile("006[\\s\\x{A0}\\x{FEFF}]{0,4}[0-9A-Fa-f]{32}[\\s\\x{A0}\\x{FEFF}]{1,4}(?=IA)"
                    + "|006[\\s\\x{A0}\\x{FEFF}]{1,4}[0-9A-Fa-f]{32}(?=IA)");

    private final String text;
    private final List<List<LocatedToken>> complete = new ArrayList<>(2);
    private @Nullable LocatedToken longestIncomplete;

    private TokenLocator(String text) {
        this.text = text;
    }

    /**
     * Returns the tokens in the order of the text, each with the repairs that it can mean, the likeliest first. An
     * incomplete one only if there is no other.
     */
    static List<List<LocatedToken>> findAll(String text) {
        TokenLocator locator = new TokenLocator(text);
        locator.find();
        return locator.complete.isEmpty() && locator.longestIncomplete != null
                ? List.of(List.of(locator.longestIncomplete))
                : locator.complete;
    }

    private void find() {
        int from = 0;
        for (int tried = 0; tried < MAX_BEGINNINGS; tried++) {
            int start = beginning(from);
            if (start < 0) {
                return;
            }
            List<LocatedToken> tokens = tokensAt(start);
            if (!tokens.isEmpty() && tokens.get(0).isComplete()) {
                complete.add(tokens);
                from = tokens.get(0).end();
            } else {
                from = isWord(start) ? addIncomplete(tokens.get(0)) : start + 1;
            }
        }
    }

    private int addIncomplete(LocatedToken token) {
        if (isDelimited(token.end()) && (longestIncomplete == null || token.length() > longestIncomplete.length())) {
            longestIncomplete = token;
        }
        return token.end();
    }

    private int beginning(int from) {
        for (int i = text.indexOf("00", from); i >= 0; i = text.indexOf("00", i + 1)) {
            boolean isPrefix = i + 2 < text.length() && (text.charAt(i + 2) == '6' || text.charAt(i + 2) == '7');
            if (isPrefix && (isWord(i) || looksComplete(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isWord(int start) {
        return start == 0 || !Base64Digits.isDigit(text.charAt(start - 1));
    }

    /** Returns whether a token can begin after a digit of base64, such as the slash of a path; years cannot. */
    private boolean looksComplete(int start) {
        return text.startsWith("007e", start) || text.startsWith("IA", start + END_OF_APP_ID);
    }

    private List<LocatedToken> tokensAt(int start) {
        int end = endOfDigits(start);
        String token = text.substring(start, end);
        OptionalInt length = TokenCodec.endOf(Base64Digits.standard(token));
        if (length.isPresent()) {
            String complete = token.substring(0, length.getAsInt());
            return List.of(new LocatedToken(start, start + complete.length(), complete, 0, 0, true));
        }
        WrappedToken wrapped = new WrappedToken(text, start, endOfWrapped(start));
        List<LocatedToken> tokens = wrapped.complete();
        if (!tokens.isEmpty()) {
            return tokens;
        }
        return List.of(
                token.length() >= MIN_LENGTH ? new LocatedToken(start, end, token, 0, 0, false) : wrapped.incomplete());
    }

    private int endOfDigits(int start) {
        Matcher spaced = SPACED_APP_ID.matcher(text).region(start, text.length());
        int end = spaced.lookingAt() ? spaced.end() : start;
        while (end < text.length() && Base64Digits.isDigit(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        return end;
    }

    private int endOfWrapped(int start) {
        int end = start;
        while (end < text.length() && (Base64Digits.isDigit(text.charAt(end)) || isWhitespace(text.charAt(end)))) {
            end++;
        }
        while (end < text.length() && (text.charAt(end) == '=' || isWhitespace(text.charAt(end)))) {
            end++;
        }
        // The prefix is not whitespace.
        while (isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Returns whether a delimiter follows, and not a damaged character. */
    private boolean isDelimited(int end) {
        return end >= text.length()
                || isWhitespace(text.charAt(end))
                || text.charAt(end - 1) == '=' && !Base64Digits.isDigit(text.charAt(end))
                || CLOSING.indexOf(text.charAt(end)) >= 0;
    }

    /** Returns whether a character is whitespace, invisible, or a backslash from escaping. */
    static boolean isWhitespace(char c) {
        return Character.isISOControl(c)
                || c == '\\'
                || c == 0xA0
                || c == 0x200B
                || c == 0xFEFF
                || Character.isWhitespace(c);
    }
}
