package dev.agoratoken.cli.option;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.BanFilter;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is banned, and where. */
public final class BannedOptions {
    @Option(names = "--channel", paramLabel = "C", description = "The channel or classroom.", order = 1)
    private @Nullable String channel;

    @Option(names = "--uid", paramLabel = "N", description = "The uid of the user in channels.", order = 2)
    private @Nullable String uid;

    @Option(names = "--account", paramLabel = "A", description = "The account of the user in channels.", order = 3)
    private @Nullable String account;

    @Option(
            names = "--user",
            paramLabel = "U",
            description = "The user id in Signaling, Chat and classrooms.",
            order = 4)
    private @Nullable String user;

    @Option(names = "--project", paramLabel = "NAME", description = "The project of the server, by name.", order = 140)
    private @Nullable String project;

    public Optional<ProjectName> project() {
        return Optional.ofNullable(project).map(ProjectName::of);
    }

    /**
     * The target of a ban.
     *
     * @throws InvalidValueException if an option is invalid, or none names a channel or a user
     */
    public BanTarget target() {
        if (channel == null && uid == null && account == null && user == null) {
            throw new InvalidValueException(
                    "channel",
                    "neither a channel nor a user",
                    "add --channel, or one of --uid, --account and --user, or both");
        }
        return new BanTarget(channel(), uid(), account(), user());
    }

    /** The bans that name all of this. */
    public BanFilter filter() {
        return new BanFilter(project(), channel(), uid(), account(), user());
    }

    private Optional<ChannelName> channel() {
        return Optional.ofNullable(channel).map(ChannelName::of);
    }

    private Optional<UserId> uid() {
        return Optional.ofNullable(uid)
                .map(text -> ArgumentParsers.uid(text, "use a whole number from 1 to 4294967295"));
    }

    private Optional<UserAccount> account() {
        return Optional.ofNullable(account).map(UserAccount::of);
    }

    private Optional<RtmUserId> user() {
        return Optional.ofNullable(user).map(text -> ArgumentParsers.rtmUser("user", text));
    }
}
