package dev.agoratoken.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.verify.Verdict;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.Severity;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the text is, there is an answer, and it costs at most a mebibyte. {@code -Dagora-token.fuzz=N} tries N mutations
 * of each token instead of a few, other ones in each run.
 */
@Tag("slow")
class HostileTokensTest {
    private static final long MAX_BYTES = 1 << 20;
    private static final int FEW = 1_500;

    private static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
    private static final List<String> SEEDS = List.of(
            "0062ec0d84c41c4442d88ba6f5a2beb828bIADJRwbbO8J93uIDi4J305xNXA0A+pVDTPLPavzwsLW3uAZa8+ij4OObIgDqFTEDoOMyXwQAAQAw"
                    + "oDFfAgAwoDFfAwAwoDFfBAAwoDFf",
            "007eJxTYPA2kTHZvcKX99eVtfckdt//lBxUzqWVECt7qs9tVri/6gEFhsQUi1SjtDTL1MTUZJO0xDTLJNNEk0SjFAtj48REy0TT2jyBlIZARgb"
                    + "hZAEmRgZGBhYgBvGZwCQzmGQBk+wMBTmpqak5xYwMBgDI/SIN");

    private static final Expectation EXPECTED = Expectation.NONE
            .withChannel("pleeels")
            .withUser(ExpectedUser.number(1234))
            .withUserId("alice")
            .withPurpose(Purpose.PUBLISH);

    private static final Expectation LOGIN = Expectation.NONE.withUserId("alice");

    private final Verifier verifier = new Verifier(
            Projects.of(List.of(Project.of(APP_ID, "5CFd2fd1755d40ecb72977518be15d3b"))),
            InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z")));

    static Stream<String> giants() {
        return Stream.of(
                "",
                "007",
                "006",
                "007".repeat(700_000),
                "007 ".repeat(16_384),
                "006" + "A".repeat(2 << 20),
                "%".repeat(65_536),
                "%30%30%37".repeat(7_000),
                "007!".repeat(8_192),
                "%30%30%37!".repeat(3_000),
                " ".repeat(65_000) + "007eJx",
                "007" + "A ".repeat(32_000),
                "007" + "A\n".repeat(32_000),
                "006" + APP_ID + "A".repeat(65_000),
                "\ud800".repeat(65_000),
                token(new byte[200_000_000]),
                token(new byte[40_000_000]),
                token(new byte[65_536]),
                token(content(0xFFFF).repeat(4, 0, 16_000)),
                token(content(1_000).repeat(4, 0, 1_000)),
                (token(content(1_000).repeat(4, 0, 1_000)) + ",").repeat(30),
                (token(content(2).u16(42).fill('x', 65_000)) + ",").repeat(30),
                ("007" + "A".repeat(70) + ",").repeat(440),
                ("007" + "A".repeat(70) + "\n").repeat(440),
                token(content(512).repeatFpa(512)),
                token(content(1).u16(1, 0, 0xFFFF)),
                token(content(1).u16(2, 0, 65_000).fill('a', 65_000)),
                token(content(1)
                        .u16(8, 0, 1)
                        .fill('a', 1)
                        .u16(1, 0, 1, 0, 1_000)
                        .repeatName(1_000, 62)),
                token(content(2).u16(42).fill('x', 65_000)),
                token(content(1_001).repeatChat(1_000).u16(7, 0, 0, 0, 1)));
    }

    @ParameterizedTest
    @MethodSource("giants")
    void answersWithinAMebibyte(String text) {
        assertAnswered(text);
    }

    @Test
    void answersWhateverHappenedToATokenOnItsWay() {
        Integer asked = Integer.getInteger("agora-token.fuzz");
        Random random = asked == null ? new Random(7) : new Random();
        for (String token : SEEDS) {
            for (int i = 0; i < (asked == null ? FEW : asked); i++) {
                String text = i % 2 == 0 ? changedText(token, random) : changedContent(random);
                assertAnswered(text);
            }
        }
    }

    @Test
    void answersRandomCharacters() {
        Random random = new Random(11);
        for (int i = 0; i < FEW; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? "007" : i % 3 == 1 ? "006" + APP_ID : "");
            random.ints(random.nextInt(300), 0, i % 2 == 0 ? 0x80 : 0x10000).forEach(c -> text.append((char) c));
            assertAnswered(text.toString());
        }
    }

    /** The second time, because the first pays for what the JVM sets up only once. */
    private void assertAnswered(String text) {
        answer(text);
        assertThat(answer(text))
                .as(text.substring(0, Math.min(text.length(), 1000)).replace("%", "%%"))
                .isLessThanOrEqualTo(MAX_BYTES);
    }

    /** How many bytes the most wasteful of an inspection and two verifications allocates. */
    private long answer(String text) {
        long start = allocated();
        Inspection inspection = Inspection.of(text);
        long inspected = allocated();
        Verification verification = verifier.verify(VerificationRequest.of(text).expecting(EXPECTED));
        long verified = allocated();
        Verification login = verifier.verify(VerificationRequest.of(text).expecting(LOGIN));
        long verifiedLogin = allocated();
        assertSound(inspection, verification);
        assertSound(inspection, login);
        return LongStream.of(inspected - start, verified - inspected, verifiedLogin - verified)
                .max()
                .getAsLong();
    }

    /** Nothing here is signed with a configured certificate. */
    private static void assertSound(Inspection inspection, Verification verification) {
        boolean refused = verification.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        boolean unreadable = inspection instanceof Inspection.Unreadable;
        assertThat(verification.verdict()).isEqualTo(refused ? Verdict.REFUSED : Verdict.UNDECIDED);
        assertThat(verification.findings()).extracting(Finding::code).doesNotHaveDuplicates();
        assertThat(verification.inspection() instanceof Inspection.Unreadable).isEqualTo(unreadable);
        assertThat(unreadable && !refused).isFalse();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static String changedText(String token, Random random) {
        StringBuilder text = new StringBuilder(token);
        for (int change = random.nextInt(4); change >= 0 && text.length() > 0; change--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(place, (char) random.nextInt(0x180));
                case 1 -> text.deleteCharAt(place);
                case 2 -> text.insert(place, (char) ('A' + random.nextInt(58)));
                case 3 -> text.insert(place, " \n%\\\"'-_=+".charAt(random.nextInt(10)));
                default -> text.setLength(place + 1);
            }
        }
        return text.toString();
    }

    private static String changedContent(Random random) {
        byte[] content = content(2)
                .u16(1, 1, 1, 600, 0, 3)
                .fill('a', 3)
                .u16(1)
                .fill('0', 1)
                .u16(2, 1, 1, 600, 0, 2)
                .fill('b', 2)
                .out
                .toByteArray();
        for (int change = random.nextInt(3); change >= 0; change--) {
            content[34 + random.nextInt(content.length - 34)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
        }
        return token(content);
    }

    private static Content content(int services) {
        return new Content().u16(32).fill('s', 32).u16(32).fill('a', 32).u16(1, 1, 600, 0, 1, 0, services);
    }

    private static String token(Content content) {
        return token(content.out.toByteArray());
    }

    private static String token(byte[] content) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] stream = new byte[1 << 19];
            int size = deflater.deflate(stream);
            return "007" + Base64.getEncoder().encodeToString(Arrays.copyOf(stream, size));
        } finally {
            deflater.end();
        }
    }

    private static final class Content {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Content u16(int... values) {
            for (int value : values) {
                out.write(value);
                out.write(value >>> 8);
            }
            return this;
        }

        Content fill(char c, int count) {
            out.writeBytes(Character.toString(c).repeat(count).getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        Content repeat(int first, int second, int times) {
            for (int i = 0; i < times; i++) {
                u16(first, second);
            }
            return this;
        }

        Content repeatFpa(int times) {
            for (int i = 0; i < times; i++) {
                u16(4, 1, 1, 0, 0);
            }
            return this;
        }

        Content repeatChat(int times) {
            for (int i = 0; i < times; i++) {
                u16(5, 0, 32).fill('c', 32);
            }
            return this;
        }

        Content repeatName(int times, int length) {
            for (int i = 0; i < times; i++) {
                u16(length).fill('n', length);
            }
            return this;
        }
    }
}
