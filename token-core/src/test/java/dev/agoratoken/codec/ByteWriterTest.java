package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.token.InvalidValueException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each field holds its whole range, and nothing beyond. */
class ByteWriterTest {
    @Test
    void writesUnsigned16Bits() {
        assertThat(ByteWriter.write(out -> out.u16("n", 0))).containsExactly(0, 0);
        assertThat(ByteWriter.write(out -> out.u16("n", 0xFFFE))).containsExactly(0xFE, 0xFF);
        assertThat(ByteWriter.write(out -> out.u16("n", 0xFFFF))).containsExactly(0xFF, 0xFF);
        assertRejects(out -> out.u16("n", -1));
        assertRejects(out -> out.u16("n", 0x1_0000));
    }

    @Test
    void writesSigned16Bits() {
        assertThat(ByteWriter.write(out -> out.i16("n", -0x8000))).containsExactly(0, 0x80);
        assertThat(ByteWriter.write(out -> out.i16("n", 0x7FFF))).containsExactly(0xFF, 0x7F);
        assertRejects(out -> out.i16("n", -0x8001));
        assertRejects(out -> out.i16("n", 0x8000));
    }

    @Test
    void writesUnsigned32Bits() {
        assertThat(ByteWriter.write(out -> out.u32("n", 0))).containsExactly(0, 0, 0, 0);
        assertThat(ByteWriter.write(out -> out.u32("n", 0x8765_4321L))).containsExactly(0x21, 0x43, 0x65, 0x87);
        assertThat(ByteWriter.write(out -> out.u32("n", 0xFFFF_FFFFL))).containsExactly(0xFF, 0xFF, 0xFF, 0xFF);
        assertRejects(out -> out.u32("n", -1));
        assertRejects(out -> out.u32("n", 0x1_0000_0000L));
    }

    @Test
    void writesTextsUpToTheirLengthField() {
        byte[] longest = ByteWriter.write(out -> out.text("n", "a".repeat(0xFFFF)));

        assertThat(longest).hasSize(2 + 0xFFFF).startsWith(0xFF, 0xFF, 'a').endsWith('a');
        assertRejects(out -> out.text("n", "a".repeat(0x1_0000)));
    }

    @Test
    void countsTheEntriesOfAllListsTogether() {
        assertThat(ByteWriter.write(out -> {
                    out.count("n", 1);
                    out.count("n", ByteReader.MAX_ENTRIES - 1);
                }))
                .containsExactly(1, 0, 0xFF, 3);
        assertRejects(out -> {
            out.count("n", 1);
            out.count("n", ByteReader.MAX_ENTRIES);
        });
    }

    @Test
    void leavesRoomAroundAndWithinTheFields() {
        assertThat(ByteWriter.write(
                        1,
                        out -> {
                            out.ascii("n", "ab");
                            out.skip(1);
                            out.u16("n", 0x0102);
                        },
                        2))
                .containsExactly(0, 2, 0, 'a', 'b', 0, 2, 1, 0, 0);
    }

    private static void assertRejects(Consumer<ByteWriter> layout) {
        InvalidValueException rejection =
                catchThrowableOfType(InvalidValueException.class, () -> ByteWriter.write(layout));

        assertThat(rejection).isNotNull();
        assertThat(rejection.field()).isEqualTo("n");
    }
}
