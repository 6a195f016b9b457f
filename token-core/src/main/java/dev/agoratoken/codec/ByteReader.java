package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.Arrays;
import java.util.List;

/**
 * Reader of little-endian fields that never reads past the end of the content. Its methods take the name of the field
 * for messages, and throw {@link UnreadableTokenException} if the field is incomplete or invalid. Not thread-safe.
 */
final class ByteReader {
    /** The limit of entries in all lists of a token (docs/adr/0049-a-token-holds-at-most-1024-entries.md). */
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

    /** Reads an unsigned 16-bit number. */
    int u16(String field) {
        int start = take(2, field);
        return Byte.toUnsignedInt(bytes[start]) | Byte.toUnsignedInt(bytes[start + 1]) << 8;
    }

    /** Reads the number of entries of the list that follows; the limit applies to all lists together. */
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

    /** Reads a signed 16-bit number. */
    int i16(String field) {
        return (short) u16(field);
    }

    /** Reads an unsigned 32-bit number. */
    long u32(String field) {
        return u16(field) | (long) u16(field) << 16;
    }

    /** Reads {@code count} bytes. */
    byte[] bytes(int count, String field) {
        int start = take(count, field);
        return Arrays.copyOfRange(bytes, start, position);
    }

    /** Reads a 16-bit length, which must be the expected one, and that many bytes. */
    byte[] bytesOfLength(int expected, String field) {
        int length = u16(field);
        if (length != expected) {
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT,
                    "the " + field + " has " + Printable.count(length, "byte") + " instead of " + expected);
        }
        return bytes(length, field);
    }

    /** Reads a 16-bit length in bytes and a text of that length in UTF-8. */
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

    /** Returns the App ID of 32 hexadecimal characters. */
    static AppId appId(String text) {
        try {
            return AppId.of(text);
        } catch (InvalidValueException invalid) {
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT, "the App ID " + Printable.quote(text) + " is not 32 hexadecimal characters");
        }
    }

    /** Returns a copy of all remaining bytes without advancing. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, position, bytes.length);
    }

    /** Reports bytes after the last field. */
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
                    "the token is incomplete: its content ends within the " + field + ", after "
                            + Printable.count(bytes.length, "byte"));
        }
        int start = position;
        position += count;
        return start;
    }
}
