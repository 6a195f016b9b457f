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
import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.CompletionCandidates;
import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.RequestDefaults;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Issue a token for each line of a file.",
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
            description = "The input file, or - for standard input (default).",
            order = 1)
    private String in;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = InputFile.STDIN,
            description = "The output file, which appears when it is complete; - for standard output (default).",
            order = 2)
    private String out;

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            completionCandidates = CompletionCandidates.InputFormats.class,
            description = {
                "jsonl: each line is a request as in POST /v1/tokens; the output is an object with token, or with"
                        + " line and error.",
                "csv: the first line names the columns; the output adds token and error. (Default: csv for a file name that"
                        + " ends in .csv, else jsonl.)"
            },
            order = 3)
    private @Nullable String inputFormat;

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    BatchCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        InputFile source = new InputFile("in", in);
        issuing.rejectSharedStdin(source, "the lines");
        boolean csv = isCsv();
        RequestDefaults defaults = issuing.defaults();
        TokenIssuer issuer = commandContext.ports().issuers().create(issuing.overrides());
        try (InputStream lines = source.open(commandContext.in())) {
            LineReader reader = csv ? LineReader.ofCsv(lines) : LineReader.of(lines);
            LineFormat format = csv
                    ? CsvLineFormat.forHeader(header(reader), issuing.wildcards())
                    : new JsonLineFormat(issuing.isJson());
            BatchProcessor processor = new BatchProcessor(format, defaults, issuer);
            ProgressReporter progressReporter = new ProgressReporter(
                    commandContext.err(),
                    commandContext.ports().processControl().isStderrTerminal(),
                    source.size(),
                    commandContext.ports().clock());
            return new InterruptibleBatch(
                            commandContext, new BatchPipeline(reader, processor, progressReporter), output(source))
                    .run();
        } catch (IOException e) {
            throw new InvalidValueException("in", "cannot be read", "name a readable file, or - for standard input");
        }
    }

    private boolean isCsv() {
        boolean csv = inputFormat == null
                ? in.toLowerCase(Locale.ROOT).endsWith(".csv")
                : ArgumentParsers.choice("input-format", inputFormat, CompletionCandidates.InputFormats.NAMES)
                        .equals("csv");
        if (csv && issuing.isJson()) {
            throw new InvalidValueException(
                    "json", "the output for CSV input is CSV", "drop --json, or use JSON lines");
        }
        return csv;
    }

    private static Line header(LineReader reader) throws IOException {
        Line header = reader.line();
        if (header == null) {
            throw new InvalidValueException("header", "missing", "name the columns in the first line");
        }
        return header;
    }

    private BatchOutput output(InputFile source) {
        BatchOutput batchOutput = BatchOutput.of(out, commandContext.out().bytes());
        if (!source.isStandardInput() && batchOutput.isSameFile(source.path())) {
            throw new InvalidValueException("out", "is also the input file", "name another file");
        }
        return batchOutput;
    }
}
