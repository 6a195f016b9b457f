package dev.agoratoken.cli.command;

import dev.agoratoken.cli.batch.BatchIssuer;
import dev.agoratoken.cli.batch.BatchRun;
import dev.agoratoken.cli.batch.CsvLines;
import dev.agoratoken.cli.batch.JsonLines;
import dev.agoratoken.cli.batch.Line;
import dev.agoratoken.cli.batch.LineFormat;
import dev.agoratoken.cli.batch.LineReader;
import dev.agoratoken.cli.batch.Outlet;
import dev.agoratoken.cli.batch.Progress;
import dev.agoratoken.cli.batch.StoppableBatch;
import dev.agoratoken.cli.option.Candidates;
import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.RequestDefaults;
import dev.agoratoken.cli.terminal.Session;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
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
    private final Session session;

    @Option(
            names = "--in",
            paramLabel = "FILE",
            defaultValue = InputFile.STANDARD,
            description = "The file with the lines, or - for standard input (default).",
            order = 1)
    private String in;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = InputFile.STANDARD,
            description =
                    "The file for the answers, which appears when all are there; - for standard output (default).",
            order = 2)
    private String out;

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            completionCandidates = Candidates.InputFormats.class,
            description = {
                "jsonl: each line is a request of the HTTP API; its answer is {\"token\":...} or {\"line\":...,\"error\":...}.",
                "csv: the first line names the columns; token and error are added to them. (Default: jsonl, or csv for a"
                        + " file whose name ends so.)"
            },
            order = 3)
    private String inputFormat;

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    BatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public int run() {
        InputFile source = new InputFile("in", in);
        issuing.refuseSharing(source);
        boolean csv = isCsv();
        RequestDefaults defaults = issuing.defaults();
        TokenIssuer issuer = session.ports().issuers().open(issuing.overrides());
        try (InputStream lines = source.open(session.in())) {
            LineReader reader = new LineReader(lines);
            LineFormat format =
                    csv ? CsvLines.below(header(reader), issuing.wildcards()) : new JsonLines(issuing.isJson());
            BatchIssuer answers = new BatchIssuer(format, defaults, issuer);
            boolean watched = session.ports().operator().isWatching();
            Progress progress = new Progress(
                    session.err(), watched, source.size(), session.ports().clock());
            return new StoppableBatch(session, new BatchRun(reader, answers, progress), outlet(source)).run();
        } catch (IOException e) {
            throw new InvalidValueException("in", "it cannot be read", "name a file, or - for standard input");
        }
    }

    private boolean isCsv() {
        String named = inputFormat == null ? "" : inputFormat.toLowerCase(Locale.ROOT);
        if (inputFormat != null && !named.equals("csv") && !named.equals("jsonl")) {
            throw new InvalidValueException(
                    "input-format", Received.quoted(inputFormat) + " is no format of lines", "use jsonl or csv");
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

    private Outlet outlet(InputFile source) {
        Outlet outlet = Outlet.named(out, session.out());
        if (!source.isStandardInput() && outlet.isAlso(source.path())) {
            throw new InvalidValueException("out", "it is the file that is read", "name another file");
        }
        return outlet;
    }
}
