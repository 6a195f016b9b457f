package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.Arrays;
import java.util.List;

/** Reads little-endian fields from the content of a token and never past its end. */
final class ByteReader {
    /** Real tokens list a dozen things; more than this is not worth an object each. */
    static final int MAX_ENTRIES = 1024;

    private final byte[] bytes;
    private int position;
    private int entries;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    private int remaining() {
        return bytes.length - position;
    }

    /** An unsigned 16-bit number. */
    int u16(String field) {
        int start = take(2, field);
        return Byte.toUnsignedInt(bytes[start]) | Byte.toUnsignedInt(bytes[start + 1]) << 8;
    }

    /** The number of entries of a list that follows; the lists of a token are bounded together. */
    int count(String field) {
        int count = u16(field);
        entries += count;
        if (entries > MAX_ENTRIES) {
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT,
                    "the " + field + ", " + count + ", makes " + entries + " entries in total, but the limit is "
                            + MAX_ENTRIES);
        }
        return count;
    }

    /** A signed 16-bit number. */
    int i16(String field) {
        return (short) u16(field);
    }

    /** An unsigned 32-bit number. */
    long u32(String field) {
        return u16(field) | (long) u16(field) << 16;
    }

    /** So many bytes. */
    byte[] bytes(int count, String field) {
        int start = take(count, field);
        return Arrays.copyOfRange(bytes, start, position);
    }

    /** Bytes with their number before them, which can only be that one. */
    byte[] bytesOfLength(int expected, String field) {
        int length = u16(field);
        if (length != expected) {
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT,
                    "the " + field + " has " + Printable.count(length, "byte") + " instead of " + expected);
        }
        return bytes(length, field);
    }

    /** A text in UTF-8 with its length in bytes before it. */
    String text(String field) {
        int length = u16(field);
        if (length > remaining()) {
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT,
                    "the " + field + " should have " + Printable.count(length, "byte") + ", but only " + remaining()
                            + " remain");
        }
        return Utf8.decode(bytes, take(length, field), length, field);
    }

    /** An App ID out of its 32 characters. */
    static AppId appId(String text) {
        try {
            return AppId.of(text);
        } catch (InvalidValueException e) {
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT, "the App ID " + Printable.quote(text) + " is not 32 hexadecimal characters");
        }
    }

    /** Everything from here on, which is left where it is. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, position, bytes.length);
    }

    /** Reports what follows the last field. */
    void reportRest(String last, List<Irregularity> irregularities) {
        if (remaining() > 0) {
            irregularities.add(new Irregularity(
                    TokenDefect.TRAILING_DATA, Printable.count(remaining(), "byte") + " after " + last));
        }
    }

    private int take(int count, String field) {
        if (count > remaining()) {
            throw new UnreadableTokenException(
                    TokenDefect.TRUNCATED,
                    "the content ends within the " + field + ", after " + Printable.count(bytes.length, "byte"));
        }
        int start = position;
        position += count;
        return start;
    }
}
