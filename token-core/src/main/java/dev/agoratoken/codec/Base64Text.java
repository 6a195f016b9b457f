package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Base64 as tokens use it (RFC 4648): standard alphabet, padded, without line breaks. */
final class Base64Text {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64Text() {}

    /** Returns the prefix followed by the encoded bytes; both are written into one array to save a copy. */
    static String encode(String prefix, byte[] bytes) {
        int digits = (bytes.length + 2) / 3 * 4;
        byte[] text = new byte[prefix.length() + digits];
        Base64.getEncoder().encode(bytes, text);
        System.arraycopy(text, 0, text, prefix.length(), digits);
        Utf8.write(prefix, text, 0);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes a token's text from {@code start} to its end. Missing padding and unused bits are irregularities.
     *
     * @throws UnreadableTokenException if a character is not base64, the padding is too long, or a byte is incomplete
     */
    static byte[] decode(String text, int start, List<Irregularity> irregularities) {
        int padding = text.indexOf('=', start);
        int end = padding == -1 ? text.length() : padding;
        String digits = text.substring(start, end);
        byte[] bytes = decode(digits, text, start);
        checkPadding(text, start, end, irregularities);
        if (hasSpareBits(digits)) {
            irregularities.add(new Irregularity(
                    TokenDefect.NON_CANONICAL,
                    "the last base64 character, " + quote(text, end - 1) + ", has unused bits that are not 0"));
        }
        return bytes;
    }

    private static byte[] decode(String digits, String text, int start) {
        try {
            return Base64.getDecoder().decode(digits);
        } catch (IllegalArgumentException e) {
            checkAlphabet(text, start, start + digits.length());
            throw new UnreadableTokenException(
                    TokenDefect.TRUNCATED,
                    "the token is incomplete: its base64 ends within a byte, after "
                            + Printable.count(digits.length(), "character"));
        }
    }

    /** Decodes digits of the alphabet, without padding. A last digit that alone does not hold a byte is ignored. */
    static byte[] decodeDigits(String digits) {
        boolean isIncomplete = digits.length() % 4 == 1;
        return Base64.getDecoder().decode(isIncomplete ? digits.substring(0, digits.length() - 1) : digits);
    }

    /** Returns the number of digits of that many bytes, without padding. */
    static int digits(int bytes) {
        return (bytes * 4 + 2) / 3;
    }

    /** Returns the position after the last digit from {@code start}. */
    static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Returns the position after the padding of the digits from {@code start} to {@code end}. */
    static int endOfPadding(String text, int start, int end) {
        int padded = end;
        while (padded < text.length() && padded - end < (start - end & 3) && text.charAt(padded) == '=') {
            padded++;
        }
        return padded;
    }

    /** Returns whether the last digit has bits set beyond the last byte. */
    private static boolean hasSpareBits(String digits) {
        int spareBits = digits.length() * 6 % 8;
        return spareBits > 0 && (ALPHABET.indexOf(digits.charAt(digits.length() - 1)) & (1 << spareBits) - 1) != 0;
    }

    private static void checkAlphabet(String text, int start, int end) {
        for (int i = start; i < text.length(); i++) {
            if (i < end ? !isDigit(text.charAt(i)) : text.charAt(i) != '=') {
                throw new UnreadableTokenException(
                        TokenDefect.CORRUPT,
                        "character " + (i + 1) + " is " + quote(text, i)
                                + ", which is not valid base64 at this position");
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }

    private static void checkPadding(String text, int start, int end, List<Irregularity> irregularities) {
        checkAlphabet(text, end, end);
        int padding = text.length() - end;
        int needed = start - end & 3;
        if (padding > needed) {
            throw new UnreadableTokenException(TokenDefect.CORRUPT, paddingProblem(padding, needed));
        }
        if (padding < needed) {
            irregularities.add(new Irregularity(
                    TokenDefect.NON_CANONICAL, needed - padding + " '=' missing at the end of the token"));
        }
    }

    private static String paddingProblem(int padding, int needed) {
        return "the text ends with " + padding + " '=' instead of " + needed;
    }

    private static String quote(String text, int index) {
        return Printable.quote(text.substring(index, index + 1));
    }
}
