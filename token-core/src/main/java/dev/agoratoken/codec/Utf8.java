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

    static byte[] encode(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new InvalidValueException(
                        "services",
                        String.format("a name holds half a character, U+%04X", codePoint),
                        "send whole Unicode characters");
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
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
