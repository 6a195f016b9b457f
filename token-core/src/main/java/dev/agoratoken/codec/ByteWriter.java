package dev.agoratoken.codec;

import dev.agoratoken.token.InvalidValueException;
import java.util.function.Consumer;

/**
 * Writes little-endian fields into an array of just their size, and refuses every value that its field cannot hold. The
 * layout runs twice, first only to be measured, so that sizes and fields cannot disagree.
 */
final class ByteWriter {
    private static final int MAX_U16 = 0xFFFF;
    private static final long MAX_U32 = 0xFFFF_FFFFL;

    /** Null while measuring. */
    private byte[] bytes;

    private int position;
    private int entries;

    private ByteWriter() {}

    /** The bytes that this layout writes; it is called twice and must do the same both times. */
    static byte[] write(Consumer<ByteWriter> layout) {
        return write(0, layout, 0);
    }

    /** The same with so much room before and behind it. */
    static byte[] write(int before, Consumer<ByteWriter> layout, int behind) {
        ByteWriter writer = new ByteWriter();
        layout.accept(writer);
        writer.bytes = new byte[before + writer.position + behind];
        writer.position = before;
        layout.accept(writer);
        return writer.bytes;
    }

    /** An unsigned 16-bit number. */
    void u16(String field, int value) {
        if (value < 0 || value > MAX_U16) {
            throw doesNotFit(field, value, 0, MAX_U16);
        }
        put(value);
    }

    /** The number of entries of a list that follows; as many in all lists together as are read. */
    void count(String field, int count) {
        entries += bytes == null ? count : 0;
        if (entries > ByteReader.MAX_ENTRIES) {
            throw new InvalidValueException(
                    field,
                    entries + " services, privileges and names exceed the limit of " + ByteReader.MAX_ENTRIES
                            + " in one token",
                    "split them over several tokens");
        }
        u16(field, count);
    }

    /** A signed 16-bit number. */
    void i16(String field, int value) {
        if (value != (short) value) {
            throw doesNotFit(field, value, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        put(value);
    }

    /** An unsigned 32-bit number. */
    void u32(String field, long value) {
        if (value < 0 || value > MAX_U32) {
            throw doesNotFit(field, value, 0, MAX_U32);
        }
        put((int) value);
        put((int) value >>> 16);
    }

    /** A text in UTF-8, its length in bytes before it. */
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

    /** The same for a text that is known to be ASCII and not long. */
    void ascii(String field, String text) {
        u16(field, text.length());
        if (bytes != null) {
            for (int i = 0; i < text.length(); i++) {
                bytes[position + i] = (byte) text.charAt(i);
            }
        }
        position += text.length();
    }

    /** Leaves so many bytes to be filled in afterwards. */
    void skip(int count) {
        position += count;
    }

    /** The lower half of that number. */
    private void put(int value) {
        if (bytes != null) {
            bytes[position] = (byte) value;
            bytes[position + 1] = (byte) (value >>> 8);
        }
        position += 2;
    }

    private static InvalidValueException doesNotFit(String field, long value, long smallest, long largest) {
        return new InvalidValueException(field, value + " is out of range", "use " + smallest + " to " + largest);
    }
}
