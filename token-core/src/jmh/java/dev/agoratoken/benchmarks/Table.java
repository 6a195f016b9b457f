package dev.agoratoken.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks, all or those that JMH's arguments name, and prints their times as the table of
 * docs/benchmarks.md.
 */
final class Table {
    private static final List<Row> ROWS = List.of(
            new Row("Floor.threeHmacs", "three HMAC-SHA256 alone, one `Mac`", null),
            new Row("Minting.format007", "make 007", "Minting.official007"),
            new Row("Minting.facade007", "... by `AgoraTokens`", "Minting.official007"),
            new Row("Minting.format007OnTwoThreads", "make 007, each of two threads", null),
            new Row("Minting.official007", "... official", null),
            new Row("Minting.format006", "make 006", "Minting.official006"),
            new Row("Minting.official006", "... official", null),
            new Row("Reading.readAlone ours", "read a token of ours", "Reading.official ours"),
            new Row("Reading.official ours", "... official", null),
            new Row("Reading.readAlone official", "read a token of theirs", "Reading.official official"),
            new Row("Reading.official official", "... official", null),
            new Row("Reading.readAndSignature ours", "read ours and check it", "Reading.officialAndSignature ours"),
            new Row("Verifying.verify ours", "... and all of `Verifier`", "Reading.officialAndSignature ours"),
            new Row("Reading.officialAndSignature ours", "... official", null),
            new Row(
                    "Reading.readAndSignature official",
                    "read theirs and check it",
                    "Reading.officialAndSignature official"),
            new Row("Verifying.verify official", "... and all of `Verifier`", "Reading.officialAndSignature official"),
            new Row("Reading.officialAndSignature official", "... official", null),
            new Row("Growth.mint 8 1", "make 007 with 1 service, names of 8 bytes", null),
            new Row("Growth.mint 64 1", "... names of 64 bytes", null),
            new Row("Growth.mint 8 4", "... 4 services, names of 8 bytes", null),
            new Row("Growth.mint 64 4", "... names of 64 bytes", null),
            new Row("Growth.mint 8 16", "... 16 services, names of 8 bytes", null),
            new Row("Growth.mint 64 16", "... names of 64 bytes", null));

    private final Map<String, RunResult> results = new HashMap<>();

    private Table(Collection<RunResult> results) {
        results.forEach(result -> this.results.put(key(result.getParams()), result));
    }

    /** Takes the arguments of JMH. */
    public static void main(String[] arguments) throws Exception {
        CommandLineOptions options = new CommandLineOptions(arguments);
        if (options.shouldHelp() || options.shouldList()) {
            org.openjdk.jmh.Main.main(arguments);
            return;
        }
        Runner runner = new Runner(new OptionsBuilder()
                .parent(options)
                .addProfiler(GCProfiler.class)
                .build());
        new Table(runner.run()).print(System.out);
    }

    /** Class and method, and the values of the parameters in the order of their names. */
    private static String key(BenchmarkParams benchmark) {
        String name = benchmark.getBenchmark().replaceFirst(".*\\.(.*\\..*)", "$1");
        return benchmark.getParamsKeys().stream()
                .sorted()
                .map(parameter -> " " + benchmark.getParam(parameter))
                .collect(Collectors.joining("", name, ""));
    }

    private void print(PrintStream out) {
        out.println();
        out.println("| JDK " + Runtime.version() + " | time | allocated | official : ours |");
        out.println("|---|---|---|---|");
        for (Row row : ROWS) {
            if (results.containsKey(row.benchmark)) {
                out.println(line(row));
            }
        }
    }

    private String line(Row row) {
        double time = time(row.benchmark);
        String ratio = results.containsKey(row.official)
                ? String.format(Locale.ROOT, "**%.1f**", time(row.official) / time)
                : "";
        return String.format(
                Locale.ROOT, "| %s | %.2f \u00b5s | %.1f kB | %s |", row.text, time, kilobytes(row.benchmark), ratio);
    }

    /** Of the quickest iteration: whatever else the machine does makes the others slower, and never this one quicker. */
    private double time(String benchmark) {
        return results.get(benchmark).getPrimaryResult().getStatistics().getMin();
    }

    private double kilobytes(String benchmark) {
        return results.get(benchmark)
                        .getSecondaryResults()
                        .get("gc.alloc.rate.norm")
                        .getScore()
                / 1000;
    }

    /**
     * @param benchmark class, method and parameters
     * @param official the one that it is held against; null for none
     */
    private record Row(String benchmark, String text, String official) {}
}
