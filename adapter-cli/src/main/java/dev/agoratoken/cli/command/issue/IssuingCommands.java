package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.terminal.CommandEntry;
import java.util.List;

/** The commands that issue tokens. */
public final class IssuingCommands {
    public static final List<CommandEntry> ENTRIES = List.of(
            new CommandEntry("rtc", RtcCommand::new),
            new CommandEntry("rtm", RtmCommand::new),
            new CommandEntry("rte", RteCommand::new),
            new CommandEntry("chat", commandContext -> new ChatGroup()),
            new CommandEntry("chat user", ChatUserCommand::new),
            new CommandEntry("chat app", ChatAppCommand::new),
            new CommandEntry("apaas", commandContext -> new ApaasGroup(), "education"),
            new CommandEntry("apaas room-user", ApaasRoomUserCommand::new),
            new CommandEntry("apaas user", ApaasUserCommand::new),
            new CommandEntry("apaas app", ApaasAppCommand::new),
            new CommandEntry("fpa", FpaCommand::new),
            new CommandEntry("convoai", ConvoAiCommand::new),
            new CommandEntry("stt", SttCommand::new),
            new CommandEntry("issue", IssueCommand::new));

    private IssuingCommands() {}
}
