package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.util.Optional;

/** Selects bans by what they name; what is empty selects all. */
public record BanFilter(
        Optional<ProjectName> project,
        Optional<ChannelName> channel,
        Optional<UserId> uid,
        Optional<UserAccount> account,
        Optional<RtmUserId> userId) {
    /** Selects every ban. */
    public static final BanFilter ALL =
            new BanFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether a ban is selected. */
    public boolean matches(Ban ban) {
        return isIn(project, Optional.of(ban.project()))
                && isIn(channel, ban.target().channel())
                && isIn(uid, ban.target().uid())
                && isIn(account, ban.target().account())
                && isIn(userId, ban.target().userId());
    }

    private static <T> boolean isIn(Optional<T> wanted, Optional<T> actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}
