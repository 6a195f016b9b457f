package dev.agoratoken.cli.command;

import dev.agoratoken.cli.command.ban.AddBanCommand;
import dev.agoratoken.cli.command.ban.BanGroup;
import dev.agoratoken.cli.command.ban.LiftBanCommand;
import dev.agoratoken.cli.command.ban.ListBansCommand;
import dev.agoratoken.cli.command.ban.ShowBanCommand;
import dev.agoratoken.cli.error.ErrorReporter;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** All commands, and the parser for a run. A new command is one class and one line here. */
public final class CommandRegistry {
    private static final String PROGRAM = "agora-token";
    private static final int HELP_WIDTH = 80;

    /** In the order of the help. The first of two words is a group, which must come before. */
    private static final List<Entry> ENTRIES = List.of(
            new Entry("rtc", RtcCommand::new),
            new Entry("rtm", RtmCommand::new),
            new Entry("rte", RteCommand::new),
            new Entry("chat", commandContext -> new ChatGroup()),
            new Entry("chat user", ChatUserCommand::new),
            new Entry("chat app", ChatAppCommand::new),
            new Entry("apaas", commandContext -> new ApaasGroup(), "education"),
            new Entry("apaas room-user", ApaasRoomUserCommand::new),
            new Entry("apaas user", ApaasUserCommand::new),
            new Entry("apaas app", ApaasAppCommand::new),
            new Entry("fpa", FpaCommand::new),
            new Entry("convoai", ConvoAiCommand::new),
            new Entry("stt", SttCommand::new),
            new Entry("issue", IssueCommand::new),
            new Entry("batch", BatchCommand::new),
            new Entry("inspect", InspectCommand::new),
            new Entry("verify", VerifyCommand::new, "diagnose"),
            new Entry("serve", ServeCommand::new),
            new Entry("ban", commandContext -> new BanGroup()),
            new Entry("ban add", AddBanCommand::new),
            new Entry("ban list", ListBansCommand::new),
            new Entry("ban show", ShowBanCommand::new),
            new Entry("ban lift", LiftBanCommand::new),
            new Entry("config", commandContext -> new ConfigGroup()),
            new Entry("config check", ConfigCheckCommand::new),
            new Entry("config show", ConfigShowCommand::new),
            new Entry("key", commandContext -> new KeyGroup()),
            new Entry("key new", NewKeyCommand::new),
            new Entry("completion", CompletionCommand::new),
            new Entry("help", HelpCommand::new));

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
                .map(entry -> entry.calledBy(word))
                .forEach(entry -> entry.addTo(program, commandContext));
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
                .map(Entry::name)
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

    private record Entry(String name, Function<CommandContext, Object> factory, List<String> aliases) {
        Entry(String name, Function<CommandContext, Object> factory, String... aliases) {
            this(name, factory, List.of(aliases));
        }

        boolean isOrIsWithin(String word) {
            return name.equals(word) || name.startsWith(word + " ");
        }

        /** This entry under the alias that the user typed, which may be the alias of its group. */
        Entry calledBy(String word) {
            String canonical = resolveAlias(word);
            return word.equals(canonical)
                    ? this
                    : new Entry(word + name.substring(canonical.length()), factory, List.of());
        }

        void addTo(CommandLine program, CommandContext commandContext) {
            CommandLine command = new CommandLine(factory.apply(commandContext));
            int space = name.indexOf(' ');
            CommandLine parent = space < 0 ? program : program.getSubcommands().get(name.substring(0, space));
            Objects.requireNonNull(parent, name)
                    .addSubcommand(name.substring(space + 1), command, aliases.toArray(String[]::new));
            withCommonOptions(command.getCommandSpec());
        }
    }
}
