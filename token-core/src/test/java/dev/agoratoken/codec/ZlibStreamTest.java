package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Streams are read as zlib reads them, whether or not zlib is asked. */
class ZlibStreamTest {
    private final Random random = new Random(7);

    @Test
    void readsWhatItWritesAtEveryLength() {
        for (int length = 0; length <= ZlibStream.LARGEST_STORED + 50; length++) {
            byte[] content = content(length);
            byte[] stream = stream(content);

            assertThat(inflated(stream)).isEqualTo(content);
            assertThat(read(stream)).isEqualTo(content);
        }
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
    void reportsWhatFollowsAStoredStream() {
        byte[] stream = stream(content(20));
        List<Irregularity> irregularities = new ArrayList<>();

        ZlibStream.decompress(Arrays.copyOf(stream, stream.length + 2), irregularities);

        assertThat(irregularities).singleElement().asString().contains("2 bytes follow");
    }

    private byte[] content(int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    private static byte[] stream(byte[] content) {
        byte[] stream = new byte[ZlibStream.HEADER + content.length + ZlibStream.CHECKSUM];
        System.arraycopy(content, 0, stream, ZlibStream.HEADER, content.length);
        return ZlibStream.seal(stream);
    }

    /** The content, or null if the stream is refused. */
    private static byte[] read(byte[] stream) {
        try {
            return ZlibStream.decompress(stream, new ArrayList<>());
        } catch (UnreadableTokenException refused) {
            return null;
        }
    }

    /** The same by zlib alone. */
    private static byte[] inflated(byte[] stream) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stream);
            byte[] content = new byte[1 << 16];
            int size = inflater.inflate(content);
            return inflater.finished() ? Arrays.copyOf(content, size) : null;
        } catch (DataFormatException refused) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
