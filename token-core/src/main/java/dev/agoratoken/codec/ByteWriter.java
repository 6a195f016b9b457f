package dev.agoratoken.codec;

import dev.agoratoken.token.InvalidValueException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writer of little-endian fields into an array of exactly their size. Its methods take the name of the field for
 * messages, and throw {@link InvalidValueException} for a value that the field cannot hold. The layout runs twice, first
 * only to measure, so that sizes and fields agree. Not thread-safe.
 */
final class ByteWriter {
    private static final int MAX_U16 = 0xFFFF;
    private static final long MAX_U32 = 0xFFFF_FFFFL;

    /** The target; null while measuring. */
    private byte @Nullable [] bytes;

    private int position;
    private int entries;

    private ByteWriter() {}

    /** Returns the bytes that a layout writes; the layout is called twice and must do the same both times. */
    static byte[] write(Consumer<ByteWriter> layout) {
        return write(0, layout, 0);
    }

    /** Returns the bytes that a layout writes, with free bytes before and after them. */
    static byte[] write(int before, Consumer<ByteWriter> layout, int after) {
        ByteWriter writer = new ByteWriter();
        layout.accept(writer);
        byte[] bytes = new byte[before + writer.position + after];
        writer.bytes = bytes;
        writer.position = before;
        writer.entries = 0;
        layout.accept(writer);
        return bytes;
    }

    /** Writes an unsigned 16-bit number. */
    void u16(String field, int value) {
        if (value < 0 || value > MAX_U16) {
            throw outOfRange(field, value, 0, MAX_U16);
        }
        put(value);
    }

    /** Writes the number of entries of the list that follows; the limit of the reader applies to all lists together. */
    void count(String field, int count) {
        entries += count;
        if (entries > ByteReader.MAX_ENTRIES) {
            throw new InvalidValueException(
                    field,
                    entries + " services, privileges and names exceed the limit of " + ByteReader.MAX_ENTRIES
                            + " in one token",
                    "split them over several tokens");
        }
        u16(field, count);
    }

    /** Writes a signed 16-bit number. */
    void i16(String field, int value) {
        if (value != (short) value) {
            throw outOfRange(field, value, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        put(value);
    }

    /** Writes an unsigned 32-bit number. */
    void u32(String field, long value) {
        if (value < 0 || value > MAX_U32) {
            throw outOfRange(field, value, 0, MAX_U32);
        }
        put((int) value);
        put((int) value >>> 16);
    }

    /** Writes the 16-bit length in bytes and the text in UTF-8. */
    void text(String field, String text) {
        int start = position + 2;
        int end = bytes == null ? start + Utf8.length(text) : Utf8.write(text, bytes, start);
        if (end - start > MAX_U16) {
            throw new InvalidValueException(
                    field, "a name of " + (end - start) + " bytes is too long", "use at most " + MAX_U16 + " bytes");
        }
        put(end - start);
        position = end;
    }

    /** Writes the 16-bit length and a text that is known to be short ASCII. */
    void ascii(String field, String text) {
        u16(field, text.length());
        if (bytes != null) {
            for (int i = 0; i < text.length(); i++) {
                bytes[position + i] = (byte) text.charAt(i);
            }
        }
        position += text.length();
    }

    /** Skips {@code count} bytes, which the caller fills in later. */
    void skip(int count) {
        position += count;
    }

    /** Writes the lower 16 bits of a number. */
    private void put(int value) {
        if (bytes != null) {
            bytes[position] = (byte) value;
            bytes[position + 1] = (byte) (value >>> 8);
        }
        position += 2;
    }

    private static InvalidValueException outOfRange(String field, long value, long min, long max) {
        return new InvalidValueException(field, value + " is out of range", "use " + min + " to " + max);
    }
}
