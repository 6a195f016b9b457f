package dev.agoratoken.codec;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Strict UTF-8. The JDK's replacement characters would turn different names into the same bytes, so that the token of
 * one user would be valid for another.
 */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * Returns the length of a text in bytes.
     *
     * @throws InvalidValueException if the text contains an unpaired surrogate
     */
    static int length(String text) {
        int ascii = asciiLength(text);
        int length = ascii;
        for (int i = ascii; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            length += length(codePoint);
            i += Character.charCount(codePoint);
        }
        return length;
    }

    /** Returns the number of ASCII characters at the beginning of a text; mostly all of them. */
    private static int asciiLength(String text) {
        int length = 0;
        while (length < text.length() && text.charAt(length) < 0x80) {
            length++;
        }
        return length;
    }

    private static int length(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            throw new InvalidValueException(
                    "services",
                    String.format("a name contains the unpaired surrogate U+%04X", codePoint),
                    "send complete Unicode characters");
        }
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x1_0000 ? 3 : 4;
    }

    /** Returns the bytes of a text. */
    static byte[] encode(String text) {
        byte[] bytes = new byte[length(text)];
        write(text, bytes, 0);
        return bytes;
    }

    /** Writes the {@link #length} bytes of a text, and returns the position after them. */
    static int write(String text, byte[] bytes, int position) {
        int ascii = 0;
        for (; ascii < text.length() && text.charAt(ascii) < 0x80; ascii++) {
            bytes[position + ascii] = (byte) text.charAt(ascii);
        }
        int end = position + ascii;
        for (int i = ascii; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            end += length(codePoint);
            write(codePoint, bytes, end);
            i += Character.charCount(codePoint);
        }
        return end;
    }

    /** Writes one character backwards: 6 bits per byte; the leading ones of the first byte count the bytes. */
    private static void write(int codePoint, byte[] bytes, int end) {
        if (codePoint < 0x80) {
            bytes[end - 1] = (byte) codePoint;
            return;
        }
        int length = length(codePoint);
        int rest = codePoint;
        for (int i = 1; i < length; i++) {
            bytes[end - i] = (byte) (0x80 | rest & 0x3F);
            rest >>>= 6;
        }
        bytes[end - length] = (byte) (0xF00 >>> length | rest);
    }

    /**
     * Returns the text of {@code length} bytes from {@code start} on.
     *
     * @throws UnreadableTokenException if the bytes are not valid UTF-8
     */
    static String decode(byte[] bytes, int start, int length, String field) {
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(bytes, start, length, field);
    }

    /** Distinguishes a replacement character in the bytes from one that marks invalid UTF-8. */
    private static String decodeStrictly(byte[] bytes, int start, int length, String field) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableTokenException(TokenDefect.CORRUPT, "the " + field + " is not valid UTF-8");
        }
    }
}
