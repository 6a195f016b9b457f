package dev.agoratoken.cli.command;

import dev.agoratoken.cli.batch.BatchOutput;
import dev.agoratoken.cli.batch.BatchPipeline;
import dev.agoratoken.cli.batch.BatchProcessor;
import dev.agoratoken.cli.batch.CsvLineFormat;
import dev.agoratoken.cli.batch.InterruptibleBatch;
import dev.agoratoken.cli.batch.JsonLineFormat;
import dev.agoratoken.cli.batch.Line;
import dev.agoratoken.cli.batch.LineFormat;
import dev.agoratoken.cli.batch.LineReader;
import dev.agoratoken.cli.batch.ProgressReporter;
import dev.agoratoken.cli.option.CompletionCandidates;
import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.RequestDefaults;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Makes a token for each line of a file, in order, on all cores.",
        customSynopsis =
                "agora-token batch [--in FILE] [--out FILE] [--input-format FORMAT] " + IssuingOptions.SYNOPSIS,
        footer = {
            "agora-token batch --in guests.csv --out tokens.csv --expire 24h",
            "agora-token batch <requests.jsonl >tokens.jsonl"
        })
final class BatchCommand implements CliCommand {
    private final CommandContext commandContext;

    @Option(
            names = "--in",
            paramLabel = "FILE",
            defaultValue = InputFile.STDIN,
            description = "The file with the lines, or - for standard input (default).",
            order = 1)
    private String in;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = InputFile.STDIN,
            description =
                    "The file for the answers, which appears when all are there; - for standard output (default).",
            order = 2)
    private String out;

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            completionCandidates = CompletionCandidates.InputFormats.class,
            description = {
                "jsonl: each line is a request of the HTTP API; its answer is {\"token\":...} or {\"line\":...,\"error\":...}.",
                "csv: the first line names the columns; token and error are added to them. (Default: jsonl, or csv for a"
                        + " file whose name ends so.)"
            },
            order = 3)
    private String inputFormat;

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    BatchCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        InputFile source = new InputFile("in", in);
        issuing.rejectSharedStdin(source);
        boolean csv = isCsv();
        RequestDefaults defaults = issuing.defaults();
        TokenIssuer issuer = commandContext.ports().issuers().create(issuing.overrides());
        try (InputStream lines = source.open(commandContext.in())) {
            LineReader reader = csv ? LineReader.ofCsv(lines) : LineReader.of(lines);
            LineFormat format = csv
                    ? CsvLineFormat.forHeader(header(reader), issuing.wildcards())
                    : new JsonLineFormat(issuing.isJson());
            BatchProcessor answers = new BatchProcessor(format, defaults, issuer);
            boolean watched = commandContext.ports().processControl().isStderrTerminal();
            ProgressReporter progressReporter = new ProgressReporter(
                    commandContext.err(),
                    watched,
                    source.size(),
                    commandContext.ports().clock());
            return new InterruptibleBatch(
                            commandContext, new BatchPipeline(reader, answers, progressReporter), outlet(source))
                    .run();
        } catch (IOException e) {
            throw new InvalidValueException("in", "it cannot be read", "name a file, or - for standard input");
        }
    }

    private boolean isCsv() {
        String named = inputFormat == null ? "" : inputFormat.toLowerCase(Locale.ROOT);
        if (inputFormat != null && !named.equals("csv") && !named.equals("jsonl")) {
            throw new InvalidValueException(
                    "input-format", Printable.quote(inputFormat) + " is no format of lines", "use jsonl or csv");
        }
        boolean csv = named.equals("csv")
                || named.isEmpty() && in.toLowerCase(Locale.ROOT).endsWith(".csv");
        if (csv && issuing.isJson()) {
            throw new InvalidValueException("json", "the answers to CSV are CSV", "leave it out, or send JSON lines");
        }
        return csv;
    }

    private static Line header(LineReader reader) throws IOException {
        Line header = reader.line();
        if (header == null) {
            throw new InvalidValueException("header", "there is none", "name the columns in the first line");
        }
        return header;
    }

    private BatchOutput outlet(InputFile source) {
        BatchOutput batchOutput = BatchOutput.of(out, commandContext.out());
        if (!source.isStandardInput() && batchOutput.isSameFile(source.path())) {
            throw new InvalidValueException("out", "it is the file that is read", "name another file");
        }
        return batchOutput;
    }
}
