package dev.agoratoken.cli.command;

import static dev.agoratoken.cli.CliFixture.runBadInput;
import static dev.agoratoken.cli.CliFixture.runWithInput;
import static dev.agoratoken.cli.PrintedTokenFixture.entry;
import static dev.agoratoken.cli.PrintedTokenFixture.read;
import static dev.agoratoken.cli.PrintedTokenFixture.rtc;
import static dev.agoratoken.cli.PrintedTokenFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.port.ProcessControl;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.service.ServiceType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchCommandTest {
    @TempDir
    private Path folder;

    private static String request(int uid) {
        return "{\"services\":[{\"type\":\"rtc\",\"channel\":\"testing\",\"uid\":" + uid + "}]}";
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }

    private static String userIn(String line) throws IOException {
        return read(json(line).path("token").textValue())
                .services()
                .get(0)
                .text(dev.agoratoken.token.service.Field.USER)
                .orElseThrow();
    }

    @Test
    void answersEveryLineWithItsTokenInOrder() throws IOException {
        String lines = IntStream.rangeClosed(1, 3000)
                .mapToObj(BatchCommandTest::request)
                .collect(Collectors.joining("\n"));

        Outcome outcome = runWithInput(lines, "batch");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        List<String> answers = outcome.out().lines().toList();
        assertThat(answers).hasSize(3000);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(userIn(answers.get(i))).isEqualTo(Integer.toString(i + 1));
        }
    }

    @Test
    void printsTheErrorOfAnInvalidLineAndGoesOn() throws IOException {
        Outcome outcome = runWithInput(
                request(1) + "\r\n\nnonsense\n" + request(0) + "\n" + " ".repeat(20_000) + "\n" + request(6) + "\n",
                "batch");

        List<String> answers = outcome.out().lines().toList();
        assertThat(answers).hasSize(6);
        assertThat(userIn(answers.get(0))).isEqualTo("1");
        verifyError("line", answers.get(1));
        verifyError("request", answers.get(2));
        verifyError("services[0].uid", answers.get(3));
        verifyError("line", answers.get(4));
        assertThat(json(answers.get(4)).path("line").intValue()).isEqualTo(5);
        assertThat(userIn(answers.get(5))).isEqualTo("6");
        ApprovedMessages.verify("4 of 6 lines with errors", outcome.message("lines"));
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    private static void verifyError(String field, String answer) throws IOException {
        String error = json(answer).path("error").textValue();
        assertThat(error).startsWith(field + ": ");
        ApprovedMessages.verify("line " + json(answer).path("line"), error);
    }

    @Test
    void takesLinesOfSixteenKibibytesAndNoLonger() {
        String padding = " ".repeat(16 * 1024 - request(1).length());

        assertThat(runWithInput(request(1) + padding + "\n", "batch").exitCode())
                .isZero();
        assertThat(runWithInput(request(1) + padding + "\r\n", "batch").exitCode())
                .isZero();
        assertThat(runWithInput(request(1) + padding + " \n", "batch").exitCode())
                .isEqualTo(1);
    }

    @Test
    void answersNothingWithNothing() {
        Outcome outcome = runWithInput("", "batch");

        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void printsTheCompleteDocumentWithJson() throws IOException {
        Outcome outcome = runWithInput(request(1) + "\n", "batch", "--json");

        assertThat(json(outcome.out()).fieldNames())
                .toIterable()
                .containsExactly("token", "format", "project", "appId", "issuedAt", "expiresAt", "services");
    }

    @Test
    void appliesOptionsAsDefaultsOfALine() throws IOException {
        Outcome outcome = runWithInput(request(1), "batch", "--expire", "10m");

        assertThat(read(json(outcome.out()).path("token").textValue()).services())
                .containsExactly(rtc("testing", "1", 600, 1));
    }

    @Test
    void addsTokenAndErrorToRowsOfCsv() {
        Outcome outcome = runWithInput(
                "\uFEFFchannel,uid,account,role,expire\r\n"
                        + "testing,1,,publisher,1h\r\n"
                        + "testing,,\"al, ice\",,60\r\n"
                        + "testing,1,alice,,\r\n"
                        + "testing,1\r\n"
                        + "testing,1,,,25h\r\n"
                        + "\"testing,1,,,\r\n",
                "batch",
                "--input-format",
                "csv");

        List<String> rows = outcome.out().lines().toList();
        assertThat(rows).hasSize(7);
        assertThat(rows.get(0)).isEqualTo("channel,uid,account,role,expire,token,error");
        assertThat(rows.get(1)).matches("testing,1,,publisher,1h,007[^,]+,");
        assertThat(read(rows.get(1).split(",")[5]).services()).containsExactly(rtc("testing", "1", 3600, 1, 2, 3, 4));
        assertThat(rows.get(2)).matches("testing,,\"al, ice\",,60,007[^,]+,");
        assertThat(rows.get(3)).startsWith("testing,1,alice,,,,\"line 4: uid: ");
        assertThat(rows.get(4)).startsWith("testing,1,,,,,\"line 5: line: ");
        assertThat(rows.get(5)).startsWith("testing,1,,,25h,,\"line 6: expire: ");
        assertThat(rows.get(6)).startsWith("\"\"\"testing,1,,,\",,,,,,\"line 7: line: ");
        rows.subList(3, 7).forEach(row -> ApprovedMessages.verify("row " + row.split(": ")[0], row));
        ApprovedMessages.verify("4 of 6 lines with errors", outcome.message("lines"));
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uid|abc|uid",
                "uid|4294967296|uid",
                "uid|0|uid",
                "uid|007|uid",
                "anyUser|yes|anyUser",
                "account|a*|account",
                "account,wildcards|a*,false|account",
                "uid,expire|1,soon|expire",
                "uid,role|1,5|role",
                "account|services[0].\"|account",
                "type|chat|userId",
            })
    void namesTheColumnOfAnInvalidCell(String columns, String cells, String column) {

        Outcome outcome =
                runWithInput("channel," + columns + "\ntesting," + quoted(cells) + "\n", "batch", "--input-format=csv");

        List<String> answer = cells(outcome.out().lines().toList().get(1));
        String error = answer.get(answer.size() - 1);
        assertThat(error).startsWith("line 2: " + column + ": ");
        ApprovedMessages.verify("cells " + columns + "=" + cells, error);
        assertThat(answer).startsWith("testing");
    }

    private static List<String> cells(String row) {
        try {
            return new CsvMapper()
                    .readerForListOf(String.class)
                    .with(CsvSchema.emptySchema())
                    .readValue(row);
        } catch (JsonProcessingException e) {
            throw new AssertionError(row, e);
        }
    }

    private static String quoted(String cell) {
        return cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    @Test
    void keepsEveryCellOfARowThatHasTooMany() {
        Outcome outcome = runWithInput("channel,uid\ntesting,1,\"a,b\",c\n", "batch", "--input-format", "csv");

        List<String> answer = cells(outcome.out().lines().toList().get(1));
        assertThat(answer).hasSize(4).startsWith("testing,1,\"a,b\",c", "", "");
        assertThat(answer.get(3)).startsWith("line 2: line: ");
        ApprovedMessages.verify("row of 4 cells below 2 columns", answer.get(3));
    }

    @Test
    void allowsWildcardsInAllRowsByOption() {
        assertThat(runWithInput("channel,account\ntesting,a*\n", "batch", "--input-format=csv", "--allow-wildcard")
                        .exitCode())
                .isZero();
    }

    @Test
    void readsOtherServicesFromCsv() {
        Outcome outcome = runWithInput(
                "type,userId,roomUuid,userUuid,role\nrtm,alice,,,\napaas,,class-7,alice,2\n",
                "batch",
                "--input-format=csv");

        List<String> rows = outcome.out().lines().toList();
        assertThat(read(rows.get(1).split(",")[5]).services())
                .containsExactly(service(ServiceType.RTM, List.of(entry(1, 3600)), "alice"));
        assertThat(rows.get(2)).matches("apaas,,class-7,alice,2,007[^,]+,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chanel,uid", "channel,channel", "channel;uid", ""})
    void rejectsUnknownRepeatedAndMissingColumns(String header) {
        ApprovedMessages.verify(
                "header " + header,
                runWithInput(header, "batch", "--input-format", "csv").rejection("header"));
    }

    @Test
    void replacesTheFileWhenItIsComplete() throws IOException {
        Path in = Files.writeString(folder.resolve("guests.csv"), "channel,uid\ntesting,1\ntesting,0\n");
        Path out = Files.writeString(folder.resolve("tokens.csv"), "of yesterday");

        Outcome outcome = runWithInput("", "batch", "--in", in.toString(), "--out", out.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(Files.readAllLines(out)).hasSize(3);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void createsAFileThatOnlyItsOwnerMayRead() throws IOException {
        Path out = folder.resolve("tokens.jsonl");

        runWithInput(request(1), "batch", "--out", out.toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsALinkAndWritesItsTarget() throws IOException {
        Path first = Files.createDirectory(folder.resolve("store")).resolve("tokens.jsonl");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("store", "tokens.jsonl"));
        Path linkToLink = Files.createSymbolicLink(folder.resolve("link to link"), Path.of("link"));

        runWithInput(request(1), "batch", "--out", link.toString());
        runWithInput(request(1) + "\n" + request(2), "batch", "--out", linkToLink.toString());

        assertThat(link).isSymbolicLink();
        assertThat(linkToLink).isSymbolicLink();
        assertThat(Files.readAllLines(first)).hasSize(2);
    }

    @Test
    void rejectsCircularLinks() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));

        verifyOut("circular link", runWithInput(request(1), "batch", "--out", link.toString()));
    }

    @Test
    void keepsAnExistingPartFile() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "of another user");
        Path out = folder.resolve("tokens.jsonl");
        Path linkedOut = folder.resolve("guests.jsonl");
        Path part = Files.writeString(folder.resolve("tokens.jsonl.part"), "of a run that was stopped");
        Files.createSymbolicLink(folder.resolve("guests.jsonl.part"), precious);

        Outcome outcome = runWithInput(request(1), "batch", "--out", out.toString());
        Outcome linked = runWithInput(request(1), "batch", "--out", linkedOut.toString());

        verifyOut("existing part file", outcome);
        assertThat(linked.exitCode()).isEqualTo(2);
        assertThat(part).hasContent("of a run that was stopped");
        assertThat(precious).hasContent("of another user");
        assertThat(List.of(out, linkedOut)).noneMatch(Files::exists);
    }

    @Test
    void writesIntoAPipeInsteadOfReplacingIt() throws Exception {
        Path pipe = pipe("answers");
        CompletableFuture<List<String>> reader = CompletableFuture.supplyAsync(() -> lines(pipe));

        Outcome outcome = runWithInput(request(1) + "\n" + request(2), "batch", "--out", pipe.toString());

        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
        assertThat(reader.get(20, TimeUnit.SECONDS)).hasSize(2);
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void readsFromAPipe() throws Exception {
        Path pipe = pipe("requests");
        String requests = (request(1) + "\n").repeat(300);
        CompletableFuture<Path> writer = CompletableFuture.supplyAsync(() -> written(pipe, requests));

        Outcome outcome = runWithInput("", "batch", "--in", pipe.toString());

        writer.get(20, TimeUnit.SECONDS);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).hasSize(300);
    }

    private void verifyOut(String testCase, Outcome outcome) {
        verifyRejection("out", testCase, outcome);
    }

    private void verifyRejection(String field, String testCase, Outcome outcome) {
        ApprovedMessages.verify(
                "--" + field + " " + testCase, outcome.rejection(field).replace(folder.toString(), "FOLDER"));
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(Path file, String text) {
        try {
            // Opened for writing only: nothing may make another file of it.
            return Files.writeString(file, text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesNoFileWhenItCannotStart() throws IOException {
        Path in = Files.writeString(folder.resolve("guests.jsonl"), request(1));
        String file = in.toString();
        String below = folder.resolve("missing").resolve("tokens").toString();

        verifyOut("same file", runWithInput("", "batch", "--in", file, "--out", file));
        verifyOut("folder", runWithInput("", "batch", "--in", file, "--out", folder.toString()));
        verifyOut("file in a missing folder", runWithInput("", "batch", "--in", file, "--out", below));
        verifyRejection("in", "folder", runWithInput("", "batch", "--in", folder.toString()));
        verifyRejection(
                "in",
                "missing file",
                runWithInput("", "batch", "--in", folder.resolve("none").toString()));
        assertThat(folder).isDirectoryContaining("glob:**guests.jsonl");
        assertThat(Files.readString(in)).isEqualTo(request(1));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void rejectsUnknownInputFormats() {
        ApprovedMessages.verify(
                "--input-format xml",
                runBadInput("batch", "--input-format", "xml").rejection("input-format"));
        ApprovedMessages.verify(
                "--input-format csv --json",
                runBadInput("batch", "--input-format", "csv", "--json").rejection("json"));
    }

    @Test
    void endsWithCode1AndNoMessageOnAClosedPipe() {
        OutputStream left = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayInputStream requests = new ByteArrayInputStream(request(1).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = adapter(CliFixture.NO_TERMINAL).run(requests, left, CliFixture.printTo(err), "batch");

        assertThat(code).isEqualTo(1);
        assertThat(err.size()).isZero();
    }

    @Test
    void showsProgressOnlyOnATerminal() {
        ProcessControl watcher = operator(true, new AtomicInteger(), new CountDownLatch(0));

        assertThat(runWithInput(adapter(watcher), request(1), "batch").err()).contains("\r", " in ");
        assertThat(runWithInput(request(1), "batch").err()).isEmpty();
    }

    @Test
    void keepsThePartFileWhenItIsStopped() throws Exception {
        AtomicInteger code = new AtomicInteger(-1);
        CountDownLatch stopped = new CountDownLatch(1);
        Path out = folder.resolve("tokens.jsonl");
        try (PipedOutputStream producer = new PipedOutputStream();
                InputStream endless = new PipedInputStream(producer)) {
            producer.write((request(1) + "\n").getBytes(StandardCharsets.UTF_8));

            Outcome outcome =
                    runWithInput(adapter(operator(false, code, stopped)), endless, "batch", "--out", out.toString());

            assertThat(outcome.exitCode()).isEqualTo(1);
            ApprovedMessages.verify(
                    "stopped",
                    outcome.message("stopped")
                            .replace(folder.toString(), "FOLDER")
                            .replaceFirst("^\\d+ lines?", "N lines"));
        }
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(code).hasValue(1);
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("tokens.jsonl.part")).exists();
    }

    private static CliAdapter adapter(ProcessControl processControl) {
        return CliFixture.adapter(CliFixture.ports(processControl), OutputStyle.PIPED);
    }

    /** A process that is stopped at once if the latch is not open. */
    private static ProcessControl operator(boolean watching, AtomicInteger code, CountDownLatch stopped) {
        return new ProcessControl() {
            @Override
            public boolean isStderrTerminal() {
                return watching;
            }

            @Override
            public boolean isStdinTerminal() {
                return false;
            }

            @Override
            public Registration onShutdown(IntSupplier stop) {
                if (stopped.getCount() > 0) {
                    Thread signal = new Thread(() -> {
                        code.set(stop.getAsInt());
                        stopped.countDown();
                    });
                    signal.setDaemon(true);
                    signal.start();
                }
                return () -> {};
            }
        };
    }
}
