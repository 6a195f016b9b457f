package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.List;

/** An App ID that a builder got with spaces or quotes around it, such as the line break of a file, and signed so. */
final class SpacedAppId {
    /** The number of such characters that are read, before and after together. */
    static final int MAX_SPACES = 4;

    private static final int LENGTH = 32;

    private SpacedAppId() {}

    /** Returns the position after the App ID from {@code start} and the spaces around it. */
    static int end(String text, int start) {
        int id = afterSpaces(text, start, MAX_SPACES);
        int end = Math.min(text.length(), id + LENGTH);
        return afterSpaces(text, end, MAX_SPACES - (id - start));
    }

    private static int afterSpaces(String text, int start, int max) {
        int end = start;
        while (end < text.length() && end - start < max && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '"' || c == '\'' || c == 0xA0 || c == 0x200B || c == 0xFEFF;
    }

    /**
     * Returns the App ID without the spaces, which are an irregularity.
     *
     * @throws UnreadableTokenException if it is not 32 hexadecimal characters
     */
    static AppId read(String text, List<Irregularity> irregularities) {
        int start = afterSpaces(text, 0, MAX_SPACES);
        int end = text.length();
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        AppId appId = ByteReader.appId(text.substring(start, end));
        if (end - start < text.length()) {
            irregularities.add(new Irregularity(
                    TokenDefect.APP_ID_WITH_SPACE,
                    "the builder got the App ID as " + Printable.quote(text) + ", with "
                            + Printable.count(text.length() - LENGTH, "extra character")
                            + " such as a space or line break"));
        }
        return appId;
    }
}
