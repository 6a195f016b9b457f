package dev.agoratoken.cli.command;

import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.WholeNumber;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.RoomRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = "Makes a token with which a user enters a room of Flexible Classroom.",
        customSynopsis = "${COMMAND-FULL-NAME} ROOM USER --room-role N " + IssuingOptions.SYNOPSIS,
        footer = "${COMMAND-FULL-NAME} class-7 alice --room-role 2")
final class ApaasRoomUserCommand implements CliCommand {
    private final CommandContext commandContext;

    @Parameters(index = "0", paramLabel = "ROOM", description = "The room's uuid, 1 to 64 bytes.")
    private String room;

    @Parameters(index = "1", paramLabel = "USER", description = "The user's uuid, 1 to 64 bytes.")
    private String user;

    @Option(
            names = "--room-role",
            paramLabel = "N",
            required = true,
            description = "The user's role in the room, 0 to 32767.",
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
                        role()));
    }

    private RoomRole role() {
        long number = WholeNumber.parse(roomRole, 0, Short.MAX_VALUE)
                .orElseThrow(() -> new InvalidValueException(
                        "room-role", Printable.quote(roomRole) + " is no room role", "give a number from 0 to 32767"));
        return RoomRole.of((int) number);
    }
}
