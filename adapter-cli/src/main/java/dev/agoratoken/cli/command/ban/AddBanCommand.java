package dev.agoratoken.cli.command.ban;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.BannedOptions;
import dev.agoratoken.cli.option.JsonOption;
import dev.agoratoken.cli.option.ServerOption;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.document.BanDocument;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Ban a user, a channel, or a user in a channel. Prints the id of the ban.",
        customSynopsis = {
            "agora-token ban add [--channel C] [--uid N] [--account A] [--user U]",
            "                    [--for TIME] [--reason TEXT] [OPTIONS]"
        },
        footer = {
            "agora-token ban add --channel class-1 --uid 1234 --for 24h",
            "agora-token ban add --uid 1234 --account alice --user alice --for 7d"
        })
final class AddBanCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final BannedOptions banned = new BannedOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long, such as 3600, 30m, 24h or 7d; 86430 seconds if absent.",
            order = 5)
    private @Nullable String duration;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for people.", order = 6)
    private @Nullable String reason;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The id of the ban. With the same id, a repeated command makes one ban.",
            order = 7)
    private @Nullable String id;

    @Option(names = "--not-at-agora", description = "Do not let Agora remove users who are in a channel.", order = 8)
    private boolean notAtAgora;

    @Mixin
    private final ServerOption server = new ServerOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    AddBanCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        BanRequest request = new BanRequest(
                Optional.ofNullable(id).map(BanId::of),
                banned.project(),
                banned.target(),
                Optional.ofNullable(duration).map(text -> ArgumentParsers.banDuration("for", text)),
                Optional.ofNullable(reason),
                !notAtAgora);
        BanDocument ban =
                commandContext.ports().bans().connect(server.address()).add(request);
        if (json.isPresent()) {
            commandContext.printJson(ban);
        } else {
            commandContext.out().println(ban.id());
            commandContext.report("banned until " + ban.until() + "; rule at Agora: " + BanFormatter.removal(ban));
        }
        return ExitCodes.DONE;
    }
}
