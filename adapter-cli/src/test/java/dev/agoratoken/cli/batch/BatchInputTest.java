package dev.agoratoken.cli.batch;

import static dev.agoratoken.cli.CliFixture.runWithInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid batch input: every line gets an answer, whatever the other lines hold. */
class BatchInputTest {
    private static final long SEED = 14;
    private static final String REQUEST = "{\"services\":[{\"type\":\"rtc\",\"channel\":\"testing\",\"uid\":1}]}";

    private static Outcome csv(byte[] in) {
        return runWithInput(in, "batch", "--input-format=csv");
    }

    private static Outcome csv(String in) {
        return csv(in.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome jsonLines(byte[] in) {
        return runWithInput(in, "batch");
    }

    private static String error(Outcome outcome, int row) {
        List<String> cells = CsvCodec.read(outcome.out().split("\n")[row]);
        return cells.get(cells.size() - 1);
    }

    /** Text of which every character is a byte, as Java's Latin-1 is. */
    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        // Latin-1, an overlong character, a surrogate, a character above U+10FFFF, half a character; the first byte is
        // 1.
        "M\u00FCller,      byte 2 (0xFC)",
        "\u00FF,           byte 1 (0xFF)",
        "\u00C1\u00A1,     byte 1 (0xC1)",
        "\u00ED\u00A0\u0080, byte 1 (0xED)",
        "\u00F4\u0090\u0080\u0080, byte 1 (0xF4)",
        "a\u00C3,          byte 2 (0xC3)",
    })
    void printsTheErrorOfARowThatIsNotUtf8AndGoesOn(String channel, String malformed) {
        Outcome outcome = csv(bytes("channel,uid\ntesting,1\n" + channel + ",2\ntesting,3\n"));

        assertThat(outcome.out().lines()).hasSize(4);
        assertThat(outcome.out().lines().skip(1)).element(0).asString().startsWith("testing,1,007");
        assertThat(outcome.out().lines().skip(1)).element(2).asString().startsWith("testing,3,007");
        assertThat(error(outcome, 2)).startsWith("line 3: line: " + malformed);
        ApprovedMessages.verify(
                "a row that is not UTF-8: " + malformed, error(outcome, 2).substring("line 3: line: ".length()));
        assertThat(outcome.err()).contains("1 of 3 ");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void showsTheReadablePartOfARowThatIsNotUtf8() {
        assertThat(CsvCodec.read(csv(bytes("channel,uid\nM\u00FCller,2"))
                        .out()
                        .lines()
                        .toList()
                        .get(1)))
                .startsWith("M\uFFFDller", "2", "");
    }

    @Test
    void distinguishesReplacementCharactersInTheFileFromInvalidBytes() {
        assertThat(error(csv("channel,uid\na\uFFFD,2\n"), 1)).startsWith("line 2: channel: ");
    }

    @Test
    void decidesOnTheEncodingOfAFileOnceAndNotForEachRow() {
        // Each of these rows begins as a file of another encoding would.
        Outcome outcome = csv(bytes("channel,uid\n\u00FE\u00FFa,1\n\u00FF\u00FEa,1\n\0a,1\na\0,1\n\0\0\0a,1\n"
                + "\u00EF\u00BB\u00BFa,1\ntesting,1\n"));

        List<String> answers = outcome.out().lines().toList();
        assertThat(answers).hasSize(8);
        assertThat(answers.subList(1, 7)).noneMatch(row -> row.contains(",007"));
        assertThat(error(outcome, 1)).startsWith("line 2: line: byte 1 (0xFE) ");
        assertThat(error(outcome, 3)).startsWith("line 4: channel: ");
        assertThat(error(outcome, 6)).startsWith("line 7: channel: ");
        assertThat(answers.get(7)).startsWith("testing,1,007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void rejectsUtf16(String charset) {
        byte[] file = "\uFEFFchannel,uid\ntesting,1\n".getBytes(Charset.forName(charset));

        ApprovedMessages.verify("UTF-16", csv(file).rejection("in"));
        assertThat(jsonLines(("\uFEFF" + REQUEST + "\n").getBytes(Charset.forName(charset))))
                .isEqualTo(csv(file));
    }

    @Test
    void rejectsUtf16WithoutAByteOrderMark() {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            ApprovedMessages.verify(
                    "UTF-16 without a byte order mark",
                    csv("channel,uid\ntesting,1\n".getBytes(charset)).rejection("header"));
        }
    }

    @Test
    void readsTheByteOrderMarkOfUtf8FromAPipeInPieces() {
        for (String format : List.of("csv", "jsonl")) {
            String text = format.equals("csv") ? "channel,uid\ntesting,1\n" : REQUEST;
            InputStream pieces = new ByteArrayInputStream(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)) {
                @Override
                public synchronized int read(byte[] target, int offset, int length) {
                    return super.read(target, offset, Math.min(length, 1));
                }
            };

            Outcome outcome = runWithInput(
                    CliFixture.adapter(CliFixture.ports(CliFixture.NO_TERMINAL), OutputStyle.PIPED),
                    pieces,
                    "batch",
                    "--input-format",
                    format);

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out()).contains("007");
        }
    }

    @Test
    void readsFilesThatHoldOnlyAByteOrderMark() {
        assertThat(csv("\uFEFF").err()).startsWith("agora-token: header: ");
        assertThat(jsonLines(bytes("\u00EF\u00BB\u00BF"))).isEqualTo(new Outcome(0, "", ""));
        assertThat(jsonLines(bytes("\u00EF\u00BB")).err()).contains("1 of 1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ch\u00E4nnel,uid",
                "\"channel,uid",
                "channel,uid\rtesting,1\rtesting,2\r",
                " ",
                "channel,uid,",
            })
    void rejectsAnInvalidHeader(String header) {
        ApprovedMessages.verify(
                "header " + header.strip(), csv(bytes(header + "\ntesting,1\n")).rejection("header"));
    }

    @Test
    void rejectsHeadersThatAreTooLong() {
        ApprovedMessages.verify(
                "header of 18008 bytes",
                csv("channel," + "uid".repeat(6000) + "\ntesting,1\n").rejection("header"));
    }

    @Test
    void losesNothingAfterACarriageReturnInARow() {
        Outcome outcome = csv("channel,uid\ntesting,1\rtesting,2\n\r\r\n\ntesting,3\r\n");

        assertThat(outcome.out().split("\n")).hasSize(5);
        assertThat(outcome.out().lines().skip(1).limit(4)).noneMatch(row -> row.contains("007"));
        assertThat(error(outcome, 1)).startsWith("line 2: line: ");
        ApprovedMessages.verify("carriage return in a row", error(outcome, 1));
        assertThat(outcome.out()).contains("testing,3,007");
    }

    @Test
    void issuesNoTokenForTheMiddleOfACell() {
        // What spreadsheets write for an account of three lines, of which one looks like a row.
        Outcome outcome = csv("channel,uid,account\ntesting,,\"x\nadmin,1,\ny\"\ntesting,2,\n");

        assertThat(outcome.out().lines()).hasSize(5);
        assertThat(outcome.out().lines().skip(1).limit(3)).noneMatch(row -> row.contains("007"));
        assertThat(error(outcome, 2)).startsWith("line 3: line: ");
        ApprovedMessages.verify("row within a quoted cell", error(outcome, 2));
        assertThat(error(outcome, 3)).isEqualTo(error(outcome, 2).replace("line 3: ", "line 4: "));
        assertThat(outcome.out().lines().toList().get(4)).startsWith("testing,2,,007");
    }

    @Test
    void detectsAnOpenQuotedCell() {
        Random random = new Random(SEED);
        int open = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(9), 0, 5).forEach(each -> text.append("a\",\" \t".charAt(each)));
            String row = text.toString();

            boolean known = leavesOpen(row);

            // What cannot be read as it is, and can be with one quote more, is open. The reverse holds unless it is bad
            // anyway.
            assertThat(known || isCsv(row) || !isCsv(row + "\"")).as(row).isTrue();
            assertThat(known && isCsv(row)).as(row).isFalse();
            open += known ? 1 : 0;
        }
        assertThat(open).isGreaterThan(1000);
    }

    private static boolean leavesOpen(String row) {
        CsvQuotes quotes = new CsvQuotes();
        byte[] text = row.getBytes(StandardCharsets.UTF_8);
        quotes.read(text, 0, text.length, 7);
        quotes.endLine();
        return quotes.openedBy() == 7;
    }

    private static boolean isCsv(String row) {
        try {
            CsvCodec.read(row);
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }

    @Test
    void answersRowsThatAreTooLongAndThoseBelowThem() {
        Outcome outcome =
                csv("channel,uid\n" + "x".repeat(70_000) + ",1\n\"" + "\0".repeat(20_000) + "\",1\ntesting,1\n");

        assertThat(error(outcome, 1)).startsWith("line 2: line: ").contains("16384 bytes");
        assertThat(error(outcome, 2)).isEqualTo(error(outcome, 1).replace("line 2: ", "line 3: "));
        assertThat(outcome.out().lines().toList().get(3)).startsWith("testing,1,007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"services\":[{\"type\":\"rtc\",\"channel\":\"\u00FF\",\"uid\":1}]}",
                "{\"services\":[{\"type\":\"rtc\",\"channel\":\"\u00C1\u00A1\",\"uid\":1}]}",
                "\u00FF\u00FE{\0}\0",
                "\0{\0}",
                "{\0}\0",
                "\0",
                "\u00C3",
                "{\"a\":\"\0\"}",
            })
    void printsTheErrorOfALineThatIsNotJsonAndGoesOn(String line) {
        Outcome outcome = jsonLines(bytes(REQUEST + "\n" + line + "\n" + REQUEST + "\n"));

        List<String> answers = outcome.out().lines().toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).startsWith("{\"token\":\"007");
        assertThat(answers.get(1)).startsWith("{\"line\":2,\"error\":");
        assertThat(answers.get(2)).startsWith("{\"token\":\"007");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void answersEveryLineWhateverItsBytesAre(String format) {
        Random random = new Random(SEED);
        byte[] good = bytes(format.equals("csv") ? "testing,1,\n" : REQUEST + "\n");
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        in.writeBytes(bytes(format.equals("csv") ? "channel,uid,account\n" : ""));
        int lines = 3000;
        for (int i = 0; i < lines; i++) {
            in.writeBytes(mutated(good, random));
            in.write('\n');
        }

        Outcome outcome = runWithInput(in.toByteArray(), "batch", "--input-format", format);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains(" of " + lines + " ").doesNotContain("internal error");
        String text = outcome.out();
        assertThat(text.chars().filter(each -> each == '\n').count()).isEqualTo(lines + (format.equals("csv") ? 1 : 0));
    }

    /** That line without its break, with some bytes changed; quotes are not put in, as they may span lines. */
    private static byte[] mutated(byte[] line, Random random) {
        byte[] bytes = Arrays.copyOf(line, line.length - 1);
        for (int change = random.nextInt(4); change >= 0; change--) {
            byte next = (byte) random.nextInt(256);
            bytes[random.nextInt(bytes.length)] = next == '\n' || next == '"' ? 0 : next;
        }
        return bytes;
    }
}
