package dev.agoratoken.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Builder of tokens from bytes, including tokens that no writer makes. */
final class WireFixture {
    static final String APP_ID = "970CA35de60c44645bbae8a215061b33";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Starts a content of format 007 before its services: issued at 1111111 for 600 seconds, salt 1. */
    static WireFixture content007(int services) {
        return signature().text(APP_ID).u32(1111111).u32(600).u32(1).u16(services);
    }

    /** Starts a content of format 006 before its message. */
    static WireFixture content006() {
        return signature().u32(0x11111111).u32(0xFFFFFFFF);
    }

    static WireFixture empty() {
        return new WireFixture();
    }

    private static WireFixture signature() {
        return new WireFixture().text("s".repeat(32));
    }

    WireFixture u16(int... values) {
        for (int value : values) {
            bytes.write(value);
            bytes.write(value >>> 8);
        }
        return this;
    }

    WireFixture u32(long value) {
        return u16((int) value & 0xFFFF, (int) (value >>> 16));
    }

    WireFixture text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8), true);
    }

    WireFixture raw(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    WireFixture block(byte[] block) {
        return bytes(block, true);
    }

    private WireFixture bytes(byte[] block, boolean withLength) {
        if (withLength) {
            u16(block.length);
        }
        bytes.writeBytes(block);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Returns a token of format 007 with this content. */
    String token007() {
        return token007(deflate(bytes()));
    }

    /** Returns a token of format 006 with this content. */
    String token006() {
        return "006" + APP_ID + Base64.getEncoder().encodeToString(bytes());
    }

    static String token007(byte[] stream) {
        return "007" + Base64.getEncoder().encodeToString(stream);
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                stream.write(buffer, 0, deflater.deflate(buffer));
            }
            return stream.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static byte[] stream(String token007) {
        return Base64.getDecoder().decode(token007.substring(3));
    }

    /** Returns the content of a token of format 007, decompressed without the code under test. */
    static byte[] inflate(String token007) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream(token007));
            byte[] content = new byte[1 << 20];
            int size = inflater.inflate(content);
            if (!inflater.finished() || inflater.getRemaining() > 0) {
                throw new AssertionError("the stream does not end with the token");
            }
            return Arrays.copyOf(content, size);
        } catch (DataFormatException e) {
            throw new AssertionError("not a zlib stream", e);
        } finally {
            inflater.end();
        }
    }
}
