package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.PrivilegeOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        description = "Issue a token for a Chat user.",
        customSynopsis = "agora-token chat user USER " + IssuingOptions.SYNOPSIS,
        footer = "agora-token chat user alice")
final class ChatUserCommand implements CliCommand {
    private final CommandContext commandContext;

    @Parameters(index = "0", paramLabel = "USER", description = "The Chat user: 1 to 64 of a-z, 0-9, '_', '-' and '.'.")
    private String user;

    @Mixin
    private final PrivilegeOptions privileges = new PrivilegeOptions(ServiceType.CHAT);

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    ChatUserCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        ChatUserId userId = ChatUserId.of(user);
        Chat chat = privileges
                .named()
                .map(named -> new Chat(Optional.of(userId), named.of(Chat.Privilege.class)))
                .orElseGet(() -> Chat.user(userId));
        return issuing.issue(commandContext, List.of(chat));
    }
}
