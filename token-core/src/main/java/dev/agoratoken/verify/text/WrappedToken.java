package dev.agoratoken.verify.text;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.RetiredPrivilege;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A token that spaces or line breaks interrupt. A space inside may have been {@code +}; what line breaks separate
 * belongs together.
 */
final class WrappedToken {
    private final String text;
    private final int start;
    private final int end;

    /**
     * @param start the beginning of the token in the text
     * @param end the position after everything that can belong to it
     */
    WrappedToken(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /** Returns the complete tokens that this text can mean, the likeliest first. */
    List<LocatedToken> complete() {
        List<LocatedToken> located = new ArrayList<>(2);
        for (boolean spaceIsPlus : new boolean[] {true, false}) {
            Variant variant = variant(spaceIsPlus);
            TokenCodec.endOf(Base64Digits.standard(variant.token)).ifPresent(length -> {
                LocatedToken token = variant.first(length);
                if (isPlausible(token.token()) && !isRepeated(located, token)) {
                    located.add(token);
                }
            });
        }
        if (located.size() == 2 && !endsAtWord(located.get(0)) && endsAtWord(located.get(1))) {
            located.add(located.remove(0));
        }
        return located;
    }

    /** Returns all of it as an incomplete token. */
    LocatedToken incomplete() {
        Variant plus = variant(true);
        Variant removed = variant(false);
        Variant likelier = hasBase64Length(plus.token) || !hasBase64Length(removed.token) ? plus : removed;
        return likelier.all();
    }

    private static boolean isRepeated(List<LocatedToken> located, LocatedToken token) {
        return !located.isEmpty() && located.get(0).token().equals(token.token());
    }

    private boolean endsAtWord(LocatedToken token) {
        return token.end() >= text.length() || !Base64Digits.isDigit(text.charAt(token.end()));
    }

    /** Returns whether the length after the prefix is one of padded base64; the App ID has 32 characters. */
    private static boolean hasBase64Length(String token) {
        return (token.length() - TokenLocator.PREFIX) % 4 == 0;
    }

    /**
     * Format 006 has no checksum, so words after a cut token could be read as its end: they would be odd privileges. The
     * zlib stream of format 007 has one.
     */
    private static boolean isPlausible(String token) {
        try {
            TokenContent content = TokenCodec.read(Base64Digits.standard(token)).content();
            return !(content instanceof TokenContent.V006 v006)
                    || v006.privileges().stream().mapToInt(PrivilegeEntry::id).allMatch(WrappedToken::isKnown);
        } catch (UnreadableTokenException e) {
            return token.startsWith(TokenFormat.V007.prefix());
        }
    }

    private static boolean isKnown(int privilege) {
        return ServiceType.RTC.privilege(privilege).isPresent()
                || RetiredPrivilege.labelOf(privilege).isPresent()
                || privilege == TokenContent.V006.RTM_LOGIN;
    }

    private Variant variant(boolean spaceIsPlus) {
        StringBuilder token = new StringBuilder(end - start);
        int[] positions = new int[end - start];
        int i = start;
        while (i < end) {
            int next = i;
            boolean onlySpaces = true;
            // The last character is not whitespace.
            while (TokenLocator.isWhitespace(text.charAt(next))) {
                onlySpaces &= text.charAt(next) == ' ';
                next++;
            }
            boolean isPlus = next > i && onlySpaces && spaceIsPlus;
            next = Math.max(next, i + 1);
            for (; i < next; i++) {
                if (isPlus || !TokenLocator.isWhitespace(text.charAt(i))) {
                    positions[token.length()] = i;
                    token.append(isPlus ? '+' : text.charAt(i));
                }
            }
        }
        return new Variant(token.toString(), Arrays.copyOf(positions, token.length()));
    }

    /** One repair: the remaining characters, and their positions in the text. */
    private final class Variant {
        private final String token;
        private final int[] positions;

        Variant(String token, int[] positions) {
            this.token = token;
            this.positions = positions;
        }

        LocatedToken all() {
            return located(token.length(), false);
        }

        LocatedToken first(int length) {
            return located(length, true);
        }

        private LocatedToken located(int length, boolean isComplete) {
            int last = positions[length - 1] + 1;
            int plus = 0;
            for (int i = 0; i < length; i++) {
                plus += text.charAt(positions[i]) == ' ' ? 1 : 0;
            }
            return new LocatedToken(start, last, token.substring(0, length), plus, last - start - length, isComplete);
        }
    }
}
