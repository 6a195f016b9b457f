package dev.agoratoken.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/**
 * Factory of tokens that our writer does not produce, for an App ID that no project of {@link DiagnosisFixture} has.
 * They were issued a minute ago for an hour.
 */
public final class RawFixture {
    static final int RTM = 2;
    public static final int FPA = 4;

    private static final String APP_ID = "c".repeat(32);
    private static final int MADE = (int) DiagnosisFixture.NOW.minusSeconds(60).getEpochSecond();
    private static final int END = MADE + 3600;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private RawFixture() {}

    /** Starts a content with everything before that many services. */
    public static RawFixture services(int count) {
        return new RawFixture()
                .text("s".repeat(32))
                .text(APP_ID)
                .u32(MADE)
                .u32(3600)
                .u32(1)
                .u16(count);
    }

    /** Returns a token of format 006 with two privileges. */
    public static String token006(int first, int second) {
        RawFixture content = new RawFixture()
                .text("s".repeat(32))
                .u32(1)
                .u32(2)
                .u16(22)
                .u32(1)
                .u32(END)
                .u16(2, first)
                .u32(END)
                .u16(second)
                .u32(END);
        return "006" + APP_ID + Base64.getEncoder().encodeToString(content.out.toByteArray());
    }

    public RawFixture u16(int... values) {
        for (int value : values) {
            out.write(value);
            out.write(value >>> 8);
        }
        return this;
    }

    private RawFixture u32(int value) {
        return u16(value, value >>> 16);
    }

    RawFixture text(String text) {
        u16(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    public String token() {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(out.toByteArray());
            deflater.finish();
            byte[] stream = new byte[1024];
            int size = deflater.deflate(stream);
            return "007" + Base64.getEncoder().encodeToString(Arrays.copyOf(stream, size));
        } finally {
            deflater.end();
        }
    }
}
