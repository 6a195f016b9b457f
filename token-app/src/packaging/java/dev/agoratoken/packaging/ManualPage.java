package dev.agoratoken.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One manual page in the man(7) format, from the model that prints the help. */
final class ManualPage {
    private static final String EXIT_STATUS = """
            .SH EXIT STATUS
            .TP
            0
            Done, or the token is accepted.
            .TP
            1
            Rejected: a rule denies it, or the token has an error.
            .TP
            2
            Invalid input or configuration.
            .TP
            3
            The token could not be checked, because no certificate for it is configured.
            .TP
            70
            Internal error.
            """;

    private final String name;
    private final String version;
    private final String date;
    private final StringBuilder page = new StringBuilder();

    ManualPage(String name, String version, String date) {
        this.name = name;
        this.version = version;
        this.date = date;
    }

    String of(Help help, List<String> related) {
        CommandSpec command = help.commandSpec();
        String[] description = command.usageMessage().description();
        line(".TH " + name.toUpperCase(Locale.ROOT).replace("-", "\\-") + " 1 " + date + " \"agora\\-token " + version
                + "\" \"User Commands\"");
        line(".nh");
        section("NAME");
        line(escaped(name) + " \\- " + escaped(withoutFullStop(description[0])));
        section("SYNOPSIS");
        paragraphs(command.usageMessage().customSynopsis());
        section("DESCRIPTION");
        Arrays.stream(description).forEach(text -> line(escaped(text)));
        list("ARGUMENTS", command.positionalParameters().stream().map(ManualPage::argument));
        list(
                "OPTIONS",
                command.options().stream().filter(option -> !option.hidden()).map(ManualPage::option));
        list("COMMANDS", help.subcommands().values().stream().map(ManualPage::subcommand));
        page.append(EXIT_STATUS);
        section("EXAMPLES");
        paragraphs(command.usageMessage().footer());
        section("SEE ALSO");
        line(related.stream().map(page -> ".BR " + escaped(page) + " (1)").collect(Collectors.joining("\n")));
        return page.toString();
    }

    private void section(String title) {
        line(".SH " + title);
    }

    private void paragraphs(String[] lines) {
        line(".nf");
        Arrays.stream(lines).forEach(text -> line(escaped(text.strip())));
        line(".fi");
    }

    private void list(String title, Stream<String> items) {
        String whole = items.collect(Collectors.joining("\n"));
        if (!whole.isEmpty()) {
            section(title);
            line(whole);
        }
    }

    private static String argument(PositionalParamSpec argument) {
        return item(argument.paramLabel(), argument.description());
    }

    private static String option(OptionSpec option) {
        String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
        return item(String.join(", ", option.names()) + value, option.description());
    }

    private static String subcommand(Help command) {
        CommandSpec spec = command.commandSpec();
        String names = Stream.concat(Stream.of(spec.name()), Arrays.stream(spec.aliases()))
                .collect(Collectors.joining(", "));
        return item(names, command.commandSpec().usageMessage().description());
    }

    private static String item(String term, String[] description) {
        String text = Arrays.stream(description)
                .map(line -> escaped(line.replace("%%", "%")))
                .collect(Collectors.joining("\n.br\n"));
        return ".TP\n.B " + escaped(term) + "\n" + text;
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** Text in which roff sees no request and no escape, and in which a hyphen can be copied to a shell. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
