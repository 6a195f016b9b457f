package dev.agoratoken.cli.command;

import dev.agoratoken.cli.command.ban.BanCommands;
import dev.agoratoken.cli.command.issue.IssuingCommands;
import dev.agoratoken.cli.error.ErrorReporter;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.CommandEntry;
import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** All commands, and the parser for a run. A new command is one class, and one line here or in the list of its package. */
public final class CommandRegistry {
    private static final String PROGRAM = "agora-token";
    private static final int HELP_WIDTH = 80;

    /** In the order of the help. */
    private static final List<CommandEntry> ENTRIES = Stream.of(
                    IssuingCommands.ENTRIES,
                    List.of(
                            new CommandEntry("batch", BatchCommand::new),
                            new CommandEntry("inspect", InspectCommand::new),
                            new CommandEntry("verify", VerifyCommand::new, "diagnose"),
                            new CommandEntry("serve", ServeCommand::new)),
                    BanCommands.ENTRIES,
                    List.of(
                            new CommandEntry("config", commandContext -> new ConfigGroup()),
                            new CommandEntry("config check", ConfigCheckCommand::new),
                            new CommandEntry("config show", ConfigShowCommand::new),
                            new CommandEntry("key", commandContext -> new KeyGroup()),
                            new CommandEntry("key new", NewKeyCommand::new),
                            new CommandEntry("completion", CompletionCommand::new),
                            new CommandEntry(HelpCommand.NAME, HelpCommand::new)))
            .flatMap(List::stream)
            .toList();

    /** Commands that need the descriptions of all others. */
    private static final Set<String> META_COMMANDS = Set.of("help", "completion");

    private CommandRegistry() {}

    /**
     * Creates a parser for these arguments. It knows only the command that they name: describing all commands takes longer
     * than issuing a token.
     *
     * @throws InvalidValueException if the command is unknown
     */
    public static CommandLine parserFor(String[] args, CommandContext commandContext, String version) {
        String word = Arrays.stream(args)
                .filter(arg -> !arg.startsWith("-"))
                .findFirst()
                .orElse("help");
        requireKnown(word);
        CommandLine program = new CommandLine(program(version));
        ENTRIES.stream()
                .filter(entry -> META_COMMANDS.contains(word) || entry.isOrIsWithin(resolveAlias(word)))
                .map(entry -> calledBy(word, entry))
                .forEach(entry -> add(entry, program, commandContext));
        Help.Ansi ansi = commandContext.outputStyle() == OutputStyle.COLOURED ? Help.Ansi.ON : Help.Ansi.OFF;
        return program
                // A channel or an account may start with '@', which picocli reads as a file of arguments.
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setColorScheme(Help.defaultColorScheme(ansi));
    }

    private static void requireKnown(String word) {
        List<String> words = ENTRIES.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.name()), entry.aliases().stream()))
                .filter(name -> !name.contains(" "))
                .toList();
        if (!words.contains(word)) {
            throw new InvalidValueException(
                    "command",
                    "unknown command " + Printable.quote(word),
                    DidYouMean.of(word, words).orElse("see '" + PROGRAM + " --help'"));
        }
    }

    private static String resolveAlias(String word) {
        return ENTRIES.stream()
                .filter(entry -> entry.aliases().contains(word))
                .map(CommandEntry::name)
                .findFirst()
                .orElse(word);
    }

    private static CommandSpec program(String version) {
        CommandSpec program = CommandSpec.create().name(PROGRAM).version(PROGRAM + " " + version);
        program.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Print the version and exit.")
                .order(200)
                .build());
        program.usageMessage()
                .description("Issue tokens for Agora, and run a server that issues them.")
                .customSynopsis(PROGRAM + " COMMAND [ARGUMENTS]", PROGRAM + " COMMAND --help")
                .footer(PROGRAM + " rtc testing --uid 1234");
        return withCommonOptions(program);
    }

    /** Adds the options and the help layout that all commands share. */
    private static CommandSpec withCommonOptions(CommandSpec command) {
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this help and exit.")
                .order(201)
                .build());
        command.addOption(OptionSpec.builder(ErrorReporter.DEBUG)
                .type(boolean.class)
                .description("Also print the stack trace if the command fails.")
                .order(202)
                .build());
        UsageMessageSpec usage = command.usageMessage();
        usage.width(HELP_WIDTH)
                .customSynopsis(indented(usage.customSynopsis()))
                .footer(indented(usage.footer()))
                .sortOptions(false)
                .synopsisHeading("Usage:%n")
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .footerHeading("%nExample:%n");
        return command;
    }

    private static String[] indented(String[] lines) {
        return Arrays.stream(lines).map(line -> "  " + line).toArray(String[]::new);
    }

    /** This entry under the alias that the user typed, which may be the alias of its group. */
    private static CommandEntry calledBy(String word, CommandEntry entry) {
        String canonical = resolveAlias(word);
        return word.equals(canonical)
                ? entry
                : new CommandEntry(word + entry.name().substring(canonical.length()), entry.factory());
    }

    private static void add(CommandEntry entry, CommandLine program, CommandContext commandContext) {
        String name = entry.name();
        CommandLine command = new CommandLine(entry.factory().apply(commandContext));
        int space = name.indexOf(' ');
        CommandLine parent = space < 0 ? program : program.getSubcommands().get(name.substring(0, space));
        Objects.requireNonNull(parent, name)
                .addSubcommand(
                        name.substring(space + 1), command, entry.aliases().toArray(String[]::new));
        withCommonOptions(command.getCommandSpec());
    }
}
