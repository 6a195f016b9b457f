package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The zlib stream (RFC 1950) around the content of format 007. */
final class ZlibStream {
    /** Signature and App ID hardly compress: up to here deflating saves a few characters and costs more than the HMACs. */
    static final int MAX_STORED = 512;

    /** Real contents stay below 1 KiB; this is where a stream is taken for a bomb. */
    static final int MAX_CONTENT = 1 << 16;

    /** The bytes of a stream before its content, if it is stored as it is: the header, and that of the one block. */
    static final int HEADER = 7;

    /** The bytes behind the content, whether stored or deflated. */
    static final int CHECKSUM = 4;

    private ZlibStream() {}

    /** Makes a stream out of a content with room for header and checksum around it; in place if it can stay as it is. */
    static byte[] compress(byte[] stream) {
        int length = stream.length - HEADER - CHECKSUM;
        if (length > MAX_STORED) {
            return deflated(stream, HEADER, length);
        }
        store(stream, length);
        return stream;
    }

    /** A header, one final block of stored bytes (RFC 1951, section 3.2.4), and the checksum in big-endian order. */
    private static void store(byte[] stream, int length) {
        stream[0] = 0x78;
        stream[1] = 0x01;
        stream[2] = 0x01;
        stream[3] = (byte) length;
        stream[4] = (byte) (length >>> 8);
        stream[5] = (byte) ~length;
        stream[6] = (byte) (~length >>> 8);
        int checksum = checksum(stream, HEADER, length);
        for (int i = 0; i < CHECKSUM; i++) {
            stream[HEADER + length + i] = (byte) (checksum >>> 24 - 8 * i);
        }
    }

    /** The checksum of so many bytes of content (RFC 1950, section 2.2). */
    private static int checksum(byte[] bytes, int start, int length) {
        Adler32 adler = new Adler32();
        adler.update(bytes, start, length);
        return (int) adler.getValue();
    }

    private static int checksumAt(byte[] stream, int position) {
        return Byte.toUnsignedInt(stream[position]) << 24
                | Byte.toUnsignedInt(stream[position + 1]) << 16
                | Byte.toUnsignedInt(stream[position + 2]) << 8
                | Byte.toUnsignedInt(stream[position + 3]);
    }

    private static byte[] deflated(byte[] content, int start, int length) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content, start, length);
            deflater.finish();
            byte[] stream = new byte[length];
            int size = 0;
            while (!deflater.finished()) {
                if (size == stream.length) {
                    stream = Arrays.copyOf(stream, 2 * size);
                }
                size += deflater.deflate(stream, size, stream.length - size);
            }
            return Arrays.copyOf(stream, size);
        } finally {
            deflater.end();
        }
    }

    static byte[] decompress(byte[] stream, List<Irregularity> irregularities) {
        return isStored(stream)
                ? Arrays.copyOfRange(stream, HEADER, stream.length - CHECKSUM)
                : inflated(stream, irregularities);
    }

    /**
     * Whether it is, byte for byte, a stream as it is made here of a small content; it is read without zlib, whose setting
     * up takes longer than all the rest. Any other stream, sound or not, is left to zlib.
     */
    private static boolean isStored(byte[] stream) {
        int length = stream.length - HEADER - CHECKSUM;
        return length >= 0
                && length <= MAX_STORED
                && stream[0] == 0x78
                && stream[1] == 0x01
                && stream[2] == 0x01
                && stream[3] == (byte) length
                && stream[4] == (byte) (length >>> 8)
                && stream[5] == (byte) ~length
                && stream[6] == (byte) (~length >>> 8)
                && checksumAt(stream, HEADER + length) == checksum(stream, HEADER, length);
    }

    private static byte[] inflated(byte[] stream, List<Irregularity> irregularities) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream);
            byte[] content = inflate(inflater);
            if (inflater.getRemaining() > 0) {
                irregularities.add(new Irregularity(
                        TokenDefect.TRAILING_DATA,
                        Printable.count(inflater.getRemaining(), "byte") + " after the zlib stream of "
                                + Printable.count(inflater.getBytesRead(), "byte")));
            }
            return content;
        } catch (DataFormatException e) {
            throw new UnreadableTokenException(TokenDefect.CORRUPT, "invalid zlib stream: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater) throws DataFormatException {
        byte[] content = new byte[MAX_STORED];
        int size = 0;
        while (!inflater.finished()) {
            if (size == content.length) {
                content = Arrays.copyOf(content, 2 * size);
            }
            int count = inflater.inflate(content, size, content.length - size);
            size += count;
            if (size > MAX_CONTENT) {
                throw new UnreadableTokenException(
                        TokenDefect.CORRUPT, "the content is larger than the limit of " + MAX_CONTENT + " bytes");
            }
            if (count == 0 && !inflater.finished()) {
                throw incomplete(inflater, size);
            }
        }
        return Arrays.copyOf(content, size);
    }

    private static UnreadableTokenException incomplete(Inflater inflater, int size) {
        return inflater.needsDictionary()
                ? new UnreadableTokenException(TokenDefect.CORRUPT, "the zlib stream requires a preset dictionary")
                : new UnreadableTokenException(
                        TokenDefect.TRUNCATED,
                        "the zlib stream is incomplete: it ends after " + Printable.count(size, "byte")
                                + " of content");
    }
}
