package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.RoomRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = "Issue a token for a user who enters a Flexible Classroom room.",
        customSynopsis = "${COMMAND-FULL-NAME} ROOM USER --room-role N " + IssuingOptions.SYNOPSIS,
        footer = "${COMMAND-FULL-NAME} class-7 alice --room-role 2")
final class ApaasRoomUserCommand implements CliCommand {
    private final CommandContext commandContext;

    @Parameters(index = "0", paramLabel = "ROOM", description = "The UUID of the room, 1 to 64 bytes.")
    private String room;

    @Parameters(index = "1", paramLabel = "USER", description = "The UUID of the user, 1 to 64 bytes.")
    private String user;

    @Option(
            names = "--room-role",
            paramLabel = "N",
            required = true,
            description = "The role of the user in the room, 0 to 32767.",
            order = 1)
    private String roomRole;

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    ApaasRoomUserCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        return issuing.issue(
                commandContext,
                ServiceCombinations.apaasRoomUser(
                        ArgumentParsers.parse("room", room, ApaasUuid::of),
                        ArgumentParsers.parse("user", user, ApaasUuid::of),
                        RoomRole.of(ArgumentParsers.wholeNumber("room-role", roomRole, Short.MAX_VALUE))));
    }
}
