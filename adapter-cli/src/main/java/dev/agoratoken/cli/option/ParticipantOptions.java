package dev.agoratoken.cli.option;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A channel with its user and role, and the user in Signaling. */
public final class ParticipantOptions {
    @Mixin
    private final ChannelOptions channel = new ChannelOptions();

    @Option(
            names = "--rtm-user",
            paramLabel = "U",
            description = "The Signaling user (default: the uid or the account).",
            order = 4)
    private @Nullable String rtmUser;

    @Mixin
    private final RoleOption role = new RoleOption();

    public Role role() {
        return role.role();
    }

    public Rtc rtc(WildcardPolicy wildcardPolicy) {
        return Rtc.withRole(role(), channel.channel(wildcardPolicy), channel.user(wildcardPolicy));
    }

    /** The Signaling user for this user of the channel. */
    public RtmUserId rtmUser(User user) {
        if (rtmUser == null && !(user instanceof UserId || user instanceof UserAccount)) {
            throw new InvalidValueException(
                    "rtm-user", "missing, and Signaling has no \"any user\"", "name one with --rtm-user U");
        }
        return ArgumentParsers.rtmUser("rtm-user", rtmUser == null ? user.value() : rtmUser);
    }
}
