package dev.agoratoken.codec;

import dev.agoratoken.token.Defect;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UnreadableTokenException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 without replacement characters: with them, two different names could become the same bytes, and so one user's
 * token the token of another.
 */
final class Utf8 {
    private Utf8() {}

    /** How many bytes the text becomes. */
    static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            length += length(codePoint);
            i += Character.charCount(codePoint);
        }
        return length;
    }

    private static int length(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            throw new InvalidValueException(
                    "services",
                    String.format("a name holds half a character, U+%04X", codePoint),
                    "send whole Unicode characters");
        }
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x1_0000 ? 3 : 4;
    }

    static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != length(text)) {
            throw new AssertionError("getBytes writes whole characters as they are counted here");
        }
        return bytes;
    }

    static String decode(byte[] bytes, int start, int length, String field) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableTokenException(Defect.CORRUPT, "the " + field + " is not UTF-8");
        }
    }
}
