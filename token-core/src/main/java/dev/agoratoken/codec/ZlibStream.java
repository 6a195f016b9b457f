package dev.agoratoken.codec;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Codec of the zlib stream (RFC 1950) around the content of format 007. */
final class ZlibStream {
    /** The largest content in bytes that is read, against decompression bombs; real contents stay below 1 KiB. */
    static final int MAX_CONTENT = 1 << 16;

    /** The bytes before a stored content: the headers of the stream and of its one block. */
    static final int HEADER = 7;

    /** The bytes of the checksum after the content. */
    static final int CHECKSUM = 4;

    /** The bytes that fit into the 2047 characters of a token that the Web SDK accepts, after the prefix. */
    private static final int MAX_WEB_STREAM = (2047 - 3) / 4 * 3;

    /** The largest content in bytes that is stored (docs/adr/0086-contents-are-stored-while-the-web-sdk-takes-them.md). */
    static final int MAX_STORED = MAX_WEB_STREAM - HEADER - CHECKSUM;

    /** Begins a final stored block. */
    private static final byte STORED_BLOCK = 0x01;

    /** The bytes that are inflated at first; most contents are smaller. */
    private static final int BUFFER = 512;

    private ZlibStream() {}

    /** Compresses a content that has room for header and checksum around it; a small content is stored in place. */
    static byte[] compress(byte[] stream) {
        int length = stream.length - HEADER - CHECKSUM;
        if (length > MAX_STORED) {
            return deflated(stream, HEADER, length);
        }
        store(stream, length);
        return stream;
    }

    /** Writes the header, one final stored block (RFC 1951, section 3.2.4), and the checksum in big-endian order. */
    private static void store(byte[] stream, int length) {
        stream[0] = 0x78;
        stream[1] = 0x01;
        stream[2] = STORED_BLOCK;
        stream[3] = (byte) length;
        stream[4] = (byte) (length >>> 8);
        stream[5] = (byte) ~length;
        stream[6] = (byte) (~length >>> 8);
        int checksum = checksum(stream, HEADER, length);
        for (int i = 0; i < CHECKSUM; i++) {
            stream[HEADER + length + i] = (byte) (checksum >>> 24 - 8 * i);
        }
    }

    /** Returns the Adler-32 of a content (RFC 1950, section 2.2). */
    private static int checksum(byte[] bytes, int start, int length) {
        Adler32 adler = new Adler32();
        adler.update(bytes, start, length);
        return (int) adler.getValue();
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

    /**
     * Returns the content of a stream. Bytes after the stream are an irregularity.
     *
     * @throws UnreadableTokenException if the stream is invalid, incomplete or too large
     */
    static byte[] decompress(byte[] stream, List<Irregularity> irregularities) {
        return isStored(stream)
                ? Arrays.copyOfRange(stream, HEADER, stream.length - CHECKSUM)
                : inflated(stream, irregularities);
    }

    /**
     * Returns whether a stream is exactly what {@link #compress} makes of a small content. It is read without zlib,
     * whose setup takes longer than the rest of reading. Every other stream, valid or not, goes to zlib.
     */
    static boolean isStored(byte[] stream) {
        int length = stream.length - HEADER - CHECKSUM;
        if (length < 0 || length > MAX_STORED || stream[2] != STORED_BLOCK) {
            return false;
        }
        byte[] stored = stream.clone();
        store(stored, length);
        return Arrays.equals(stored, stream);
    }

    /** Returns the length in bytes of the stream at the beginning; empty if it is invalid, incomplete or too large. */
    static OptionalInt length(byte[] bytes) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] discarded = new byte[BUFFER];
            int size = 0;
            while (!inflater.finished()) {
                int count = inflater.inflate(discarded);
                size += count;
                if (size > MAX_CONTENT || count == 0 && !inflater.finished()) {
                    return OptionalInt.empty();
                }
            }
            return OptionalInt.of((int) inflater.getBytesRead());
        } catch (DataFormatException e) {
            return OptionalInt.empty();
        } finally {
            inflater.end();
        }
    }

    /** Returns the content up to where the stream ends or is invalid. */
    static byte[] beginning(byte[] stream) {
        Inflater inflater = new Inflater();
        byte[] content = new byte[MAX_CONTENT];
        int size = 0;
        try {
            inflater.setInput(stream);
            int count = inflater.inflate(content);
            while (count > 0) {
                size += count;
                count = inflater.inflate(content, size, content.length - size);
            }
        } catch (DataFormatException e) {
            // The content before it is all there is.
        } finally {
            inflater.end();
        }
        return Arrays.copyOf(content, size);
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
            throw new UnreadableTokenException(
                    TokenDefect.CORRUPT, "the token was changed: invalid zlib stream (" + e.getMessage() + ")");
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater) throws DataFormatException {
        byte[] content = new byte[BUFFER];
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
                        "the token is incomplete: its zlib stream ends after " + Printable.count(size, "byte")
                                + " of content");
    }
}
