package dev.agoratoken.codec;

import dev.agoratoken.token.InvalidValueException;
import java.util.function.Consumer;

/**
 * Writes little-endian fields into an array of just their size, and refuses every value that its field cannot hold. The
 * layout runs twice, first only to be measured, so that sizes and fields cannot disagree.
 */
final class ByteWriter {
    private static final int LARGEST_U16 = 0xFFFF;
    private static final long LARGEST_U32 = 0xFFFF_FFFFL;

    /** Null while measuring. */
    private final byte[] bytes;

    private int position;

    private ByteWriter(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes that this layout writes; it is called twice and must do the same both times. */
    static byte[] write(Consumer<ByteWriter> layout) {
        return write(0, layout, 0);
    }

    /** The same with so much room before and behind it. */
    static byte[] write(int before, Consumer<ByteWriter> layout, int behind) {
        ByteWriter measured = new ByteWriter(null);
        layout.accept(measured);
        ByteWriter written = new ByteWriter(new byte[before + measured.position + behind]);
        written.position = before;
        layout.accept(written);
        return written.bytes;
    }

    /** An unsigned 16-bit number. */
    void u16(String field, int value) {
        if (value < 0 || value > LARGEST_U16) {
            throw doesNotFit(field, value, 0, LARGEST_U16);
        }
        put(value);
        put(value >>> 8);
    }

    /** A signed 16-bit number. */
    void i16(String field, int value) {
        if (value != (short) value) {
            throw doesNotFit(field, value, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        put(value);
        put(value >>> 8);
    }

    /** An unsigned 32-bit number. */
    void u32(String field, long value) {
        if (value < 0 || value > LARGEST_U32) {
            throw doesNotFit(field, value, 0, LARGEST_U32);
        }
        put((int) value);
        put((int) value >>> 8);
        put((int) value >>> 16);
        put((int) value >>> 24);
    }

    /** A text in UTF-8, its length in bytes before it. */
    void text(String field, String text) {
        int length = Utf8.length(text);
        if (length > LARGEST_U16) {
            throw new InvalidValueException(
                    field, "a text of " + length + " bytes does not fit", "use at most " + LARGEST_U16 + " bytes");
        }
        u16(field, length);
        if (bytes != null) {
            Utf8.write(text, bytes, position);
        }
        position += length;
    }

    /** Leaves so many bytes to be filled in afterwards. */
    void skip(int count) {
        position += count;
    }

    private void put(int value) {
        if (bytes != null) {
            bytes[position] = (byte) value;
        }
        position++;
    }

    private static InvalidValueException doesNotFit(String field, long value, long smallest, long largest) {
        return new InvalidValueException(
                field, value + " does not fit into a token", "give " + smallest + " to " + largest);
    }
}
