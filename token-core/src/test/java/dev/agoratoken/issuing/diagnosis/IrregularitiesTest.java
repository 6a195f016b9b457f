package dev.agoratoken.issuing.diagnosis;

import static dev.agoratoken.issuing.diagnosis.FindingCode.DUPLICATE_PRIVILEGE;
import static dev.agoratoken.issuing.diagnosis.FindingCode.TRAILING_DATA;
import static dev.agoratoken.issuing.diagnosis.FindingCode.UNKNOWN_SERVICE;
import static dev.agoratoken.issuing.diagnosis.FindingCode.UNORDERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** What a strict reader would refuse is read past and reported, by an inspection and by a verification alike. */
class IrregularitiesTest {
    private static final int FPA = 4;

    @Test
    void reportsWhatFollowsTheContent() {
        assertFound(with(services(1).u16(FPA, 0).u16(7)), TRAILING_DATA, Severity.WARNING);
        assertFound(message006(1, 5, 2, 6) + "AAAA", TRAILING_DATA, Severity.WARNING);
        assertNothing(with(services(1).u16(FPA, 0)));
        assertNothing(message006(1, 5, 2, 6));
    }

    @Test
    void reportsWhatIsOutOfOrder() {
        assertFound(with(services(2).u16(10, 0, 9, 0)), UNORDERED, Severity.NOTE);
        assertFound(message006(2, 6, 1, 5), UNORDERED, Severity.NOTE);
        assertNothing(with(services(2).u16(9, 0, 10, 0)));
    }

    @Test
    void reportsPrivilegesThatStandTwice() {
        assertFound(with(services(1).u16(FPA, 2, 1, 5, 0, 1, 6, 0)), DUPLICATE_PRIVILEGE, Severity.WARNING);
        assertFound(message006(1, 5, 1, 6), DUPLICATE_PRIVILEGE, Severity.WARNING);
        assertNothing(with(services(1).u16(FPA, 2, 1, 5, 0, 2, 6, 0)));
    }

    @Test
    void reportsAServiceThatIsNotKnown() {
        assertFound(with(services(2).u16(FPA, 0, 42)), UNKNOWN_SERVICE, Severity.WARNING);
        assertNothing(with(services(2).u16(FPA, 0, 10, 0)));
    }

    private static void assertFound(String token, FindingCode code, Severity severity) {
        assertThat(Inspection.of(token).findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple(code, severity));
        assertThat(DiagnosisFixture.verify(token, Expectation.NONE).findings())
                .containsAll(Inspection.of(token).findings());
    }

    private static void assertNothing(String token) {
        assertThat(Inspection.of(token)).isInstanceOf(Inspection.Readable.class);
        assertThat(Inspection.of(token).findings()).isEmpty();
    }

    private static Bytes services(int count) {
        return new Bytes().text("s".repeat(32)).text("a".repeat(32)).u16(1, 1, 600, 0, 1, 0, count);
    }

    private static String with(Bytes content) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content.out.toByteArray());
            deflater.finish();
            byte[] stream = new byte[1024];
            int size = deflater.deflate(stream);
            return "007" + Base64.getEncoder().encodeToString(Arrays.copyOf(stream, size));
        } finally {
            deflater.end();
        }
    }

    /** Two privileges and their ends; 3 bytes are a whole number of base64 characters. */
    private static String message006(int firstId, int firstEnd, int secondId, int secondEnd) {
        Bytes content = new Bytes()
                .text("s".repeat(32))
                .u16(1, 1, 2, 2, 22)
                .u16(1, 0, 2, 0, 2, firstId, firstEnd, 0, secondId, secondEnd, 0);
        return "006" + "a".repeat(32) + Base64.getEncoder().encodeToString(content.out.toByteArray());
    }

    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes u16(int... values) {
            for (int value : values) {
                out.write(value);
                out.write(value >>> 8);
            }
            return this;
        }

        Bytes text(String text) {
            u16(text.length());
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }
    }
}
