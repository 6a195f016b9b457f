package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.PrivilegeOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Issue an app token for the REST API of Chat.",
        customSynopsis = "agora-token chat app " + IssuingOptions.SYNOPSIS,
        footer = "agora-token chat app --expire 10m")
final class ChatAppCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final PrivilegeOptions privileges = new PrivilegeOptions(ServiceType.CHAT);

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    ChatAppCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        Chat chat = privileges
                .named()
                .map(named -> new Chat(Optional.empty(), named.of(Chat.Privilege.class)))
                .orElseGet(Chat::app);
        return issuing.issue(commandContext, List.of(chat));
    }
}
