package dev.agoratoken.codec;

import java.util.Arrays;
import java.util.Optional;

/**
 * A zlib stream of one block with the fixed codes (RFC 1951, section 3.2.6), which is what zlib makes of nearly every
 * token. Such a stream is read here in less time than zlib needs to be set up
 * (docs/adr/0052-small-contents-are-stored-not-deflated.md); whatever is not sound, or of any other kind, is left to
 * zlib.
 */
final class FixedBlock {
    /** The bytes of the stream's header. */
    private static final int HEADER = 2;

    /** The last block, and one with the fixed codes: the three bits that it begins with. */
    private static final int LAST_AND_FIXED = 0b011;

    /** The longest code of a symbol. */
    private static final int MAX_CODE_BITS = 9;

    private static final int NEXT_CODE = (1 << MAX_CODE_BITS) - 1;

    /** The most that one symbol can take: its code, what adds to a length, the code of a distance, what adds to that. */
    private static final int MAX_SYMBOL_BITS = 8 + 5 + 5 + 13;

    /** The symbol behind the last byte. Those below are bytes, those above are lengths of what stands there already. */
    private static final int END = 256;

    /** For each nine bits the symbol whose code they begin with, and in the lowest four bits how long that code is. */
    private static final short[] SYMBOLS = symbols();

    private static final int DISTANCE_CODE = 5;

    /** For each length and each distance code the smallest value, and how many bits behind the code add to it. */
    private static final short[] LENGTHS = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };

    private static final byte[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    private static final short[] DISTANCES = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };

    private static final byte[] DISTANCE_BITS = {
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13
    };

    private final byte[] stream;
    private final byte[] content;
    private int size;

    /** How much of the stream is in {@link #bits}, or was. */
    private int position = HEADER;

    /** The next bits of the stream, the first of them lowest, and how many there are. */
    private long bits;

    private int count;

    private FixedBlock(byte[] stream, int room) {
        this.stream = stream;
        this.content = new byte[room];
    }

    /** The content of a sound stream of this kind, if it is smaller than that. */
    static Optional<byte[]> read(byte[] stream, int room) {
        return hasHeader(stream) ? new FixedBlock(stream, room).read() : Optional.empty();
    }

    /** Deflated, in the usual window and without a preset dictionary (RFC 1950, section 2.2). */
    private static boolean hasHeader(byte[] stream) {
        return stream.length > HEADER
                && stream[0] == 0x78
                && (stream[1] & 0x20) == 0
                && (0x7800 | Byte.toUnsignedInt(stream[1])) % 31 == 0
                && (stream[2] & 0b111) == LAST_AND_FIXED;
    }

    private Optional<byte[]> read() {
        fill();
        take(3);
        while (fill() && size < content.length) {
            int symbol = writeBytes();
            if (symbol == END) {
                return isWhole() ? Optional.of(Arrays.copyOf(content, size)) : Optional.empty();
            }
            if (symbol > END && !repeat(symbol - END - 1)) {
                break;
            }
        }
        return Optional.empty();
    }

    /**
     * Whether there are as many bits as a symbol can take. That is so before every symbol of a sound stream, since at
     * least the last one and the checksum are still to come.
     */
    private boolean fill() {
        while (count <= Long.SIZE - Byte.SIZE && position < stream.length) {
            bits |= Byte.toUnsignedLong(stream[position++]) << count;
            count += Byte.SIZE;
        }
        return count >= MAX_SYMBOL_BITS;
    }

    private int take(int taken) {
        int value = (int) bits & (1 << taken) - 1;
        bits >>>= taken;
        count -= taken;
        return value;
    }

    /** Writes bytes as far as the bits and the room go, or up to a symbol that is none; the answer is the last one. */
    private int writeBytes() {
        // In variables of its own, since most of what reading costs is spent in this loop.
        long ahead = bits;
        int left = count;
        int end = size;
        int symbol = 0;
        while (left >= MAX_SYMBOL_BITS && end < content.length) {
            short entry = SYMBOLS[(int) ahead & NEXT_CODE];
            ahead >>>= entry & 0xF;
            left -= entry & 0xF;
            symbol = entry >> 4;
            if (symbol >= END) {
                break;
            }
            content[end++] = (byte) symbol;
        }
        bits = ahead;
        count = left;
        size = end;
        return symbol;
    }

    /** Writes once more what stands some way back, perhaps up to what is just being written. */
    private boolean repeat(int lengthCode) {
        if (lengthCode >= LENGTHS.length) {
            return false;
        }
        int length = LENGTHS[lengthCode] + take(LENGTH_BITS[lengthCode]);
        int distanceCode = Integer.reverse(take(DISTANCE_CODE)) >>> Integer.SIZE - DISTANCE_CODE;
        if (distanceCode >= DISTANCES.length) {
            return false;
        }
        int distance = DISTANCES[distanceCode] + take(DISTANCE_BITS[distanceCode]);
        if (distance > size || length > content.length - size) {
            return false;
        }
        for (int end = size + length; size < end; size++) {
            content[size] = content[size - distance];
        }
        return true;
    }

    /** Whether the bytes behind the block are the checksum of the content, and nothing follows. */
    private boolean isWhole() {
        int end = position - count / Byte.SIZE;
        return stream.length - end == ZlibStream.CHECKSUM
                && ZlibStream.checksumAt(stream, end) == ZlibStream.checksum(content, 0, size);
    }

    private static short[] symbols() {
        short[] symbols = new short[1 << MAX_CODE_BITS];
        enter(symbols, 0, 143, 0b0011_0000, 8);
        enter(symbols, 144, 255, 0b1_1001_0000, 9);
        enter(symbols, 256, 279, 0b000_0000, 7);
        enter(symbols, 280, 287, 0b1100_0000, 8);
        return symbols;
    }

    /** Enters codes that follow each other, in all the nine bits that begin with one; codes stand with the highest bit first. */
    private static void enter(short[] symbols, int first, int last, int code, int length) {
        for (int symbol = first; symbol <= last; symbol++) {
            int reversed = Integer.reverse(code + symbol - first) >>> Integer.SIZE - length;
            for (int i = reversed; i < symbols.length; i += 1 << length) {
                symbols[i] = (short) (symbol << 4 | length);
            }
        }
    }
}
