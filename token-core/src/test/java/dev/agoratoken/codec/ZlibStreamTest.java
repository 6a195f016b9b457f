package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** All streams are read as zlib reads them, also stored ones, which are read without zlib. */
class ZlibStreamTest {
    private final Random random = new Random(7);

    @Test
    void readsWhatItWritesAtEveryLength() {
        for (int length = 0; length <= ZlibStream.MAX_STORED + 50; length++) {
            byte[] content = content(length);
            byte[] stream = stream(content);

            assertThat(inflated(stream)).isEqualTo(content);
            assertThat(read(stream)).isEqualTo(content);
        }
    }

    @Test
    void readsWithoutZlibExactlyWhatItStores() {
        for (int length = 0; length <= ZlibStream.MAX_STORED; length++) {
            assertThat(ZlibStream.isStored(stream(content(length)))).isTrue();
        }
        byte[] larger = content(ZlibStream.MAX_STORED + 1);
        assertThat(ZlibStream.isStored(stream(larger))).isFalse();
        assertThat(ZlibStream.isStored(deflated(larger, Deflater.NO_COMPRESSION)))
                .isFalse();
        assertThat(ZlibStream.isStored(new byte[0])).isFalse();
        byte[] otherHeader = stream(content(20));
        otherHeader[1] ^= 0x40;
        assertThat(ZlibStream.isStored(otherHeader)).isFalse();
    }

    @Test
    void readsEveryChangedStreamAsZlibDoes() {
        int unsound = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] stream = stream(content(random.nextInt(40)));
            byte[] changed = Arrays.copyOf(stream, stream.length + random.nextInt(3) - 1);
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            byte[] content = inflated(changed);

            assertThat(read(changed)).isEqualTo(content);
            unsound += content == null ? 1 : 0;
        }
        assertThat(unsound).isBetween(1, 19_999);
    }

    @Test
    void readsWhatOthersDeflate() {
        for (int length = 0; length <= ZlibStream.MAX_STORED + 50; length += 3) {
            for (byte[] content : List.of(content(length), text(length), new byte[length])) {
                for (int level : new int[] {Deflater.NO_COMPRESSION, Deflater.BEST_SPEED, Deflater.BEST_COMPRESSION}) {
                    assertThat(read(deflated(content, level))).isEqualTo(content);
                }
            }
        }
    }

    @Test
    void readsEveryChangedDeflatedStreamAsZlibDoes() {
        int sound = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] stream = deflated(text(random.nextInt(60)), random.nextInt(10));
            byte[] changed = Arrays.copyOf(stream, stream.length + random.nextInt(3) - 1);
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            byte[] content = inflated(changed);

            assertThat(read(changed)).isEqualTo(content);
            sound += content == null ? 0 : 1;
        }
        assertThat(sound).isBetween(1, 4_999);
    }

    @Test
    void reportsWhatFollowsAStoredStream() {
        byte[] stream = stream(content(20));
        List<Irregularity> irregularities = new ArrayList<>();

        ZlibStream.decompress(Arrays.copyOf(stream, stream.length + 2), irregularities);

        assertThat(irregularities).singleElement().satisfies(irregularity -> {
            assertThat(irregularity.tokenDefect()).isEqualTo(TokenDefect.TRAILING_DATA);
            ApprovedMessages.verify("2 bytes after a stored stream", irregularity.message());
        });
    }

    @Test
    void hasNoLengthIfTheContentIsTooLarge() {
        byte[] largest = deflated(new byte[ZlibStream.MAX_CONTENT], Deflater.BEST_COMPRESSION);
        byte[] larger = deflated(new byte[ZlibStream.MAX_CONTENT + 1], Deflater.BEST_COMPRESSION);
        byte[] huge = deflated(new byte[3 * ZlibStream.MAX_CONTENT], Deflater.BEST_COMPRESSION);

        assertThat(ZlibStream.length(Arrays.copyOf(largest, largest.length + 9)))
                .hasValue(largest.length);
        assertThat(ZlibStream.length(larger)).isEmpty();
        assertThat(ZlibStream.length(huge)).isEmpty();
    }

    private byte[] content(int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    /** Returns bytes that repeat in part, as names do. */
    private byte[] text(int length) {
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) (random.nextInt(3) > 0 && i > 3 ? text[i - 1 - random.nextInt(3)] : random.nextInt(256));
        }
        return text;
    }

    private static byte[] deflated(byte[] content, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] stream = new byte[2 * content.length + 100];
            return Arrays.copyOf(stream, deflater.deflate(stream));
        } finally {
            deflater.end();
        }
    }

    private static byte[] stream(byte[] content) {
        byte[] stream = new byte[ZlibStream.HEADER + content.length + ZlibStream.CHECKSUM];
        System.arraycopy(content, 0, stream, ZlibStream.HEADER, content.length);
        return ZlibStream.compress(stream);
    }

    /** Returns the content; null if the stream is rejected. */
    private static byte[] read(byte[] stream) {
        try {
            return ZlibStream.decompress(stream, new ArrayList<>());
        } catch (UnreadableTokenException rejected) {
            return null;
        }
    }

    /** Returns the content according to zlib; null if the stream is rejected. */
    private static byte[] inflated(byte[] stream) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream);
            byte[] content = new byte[1 << 12];
            int size = inflater.inflate(content);
            return inflater.finished() ? Arrays.copyOf(content, size) : null;
        } catch (DataFormatException rejected) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
