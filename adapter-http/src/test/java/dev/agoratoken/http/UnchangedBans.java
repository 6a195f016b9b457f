package dev.agoratoken.http;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanConflictException;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One ban, whatever is changed: the order of requests does not matter. */
record UnchangedBans(boolean failing) implements BanStore {
    private static final Ban BAN = ban(
            "ban-1",
            new BanTarget(
                    Optional.of(ChannelName.of("class-1")),
                    Optional.of(UserId.of(1234)),
                    Optional.of(UserAccount.of("alice")),
                    Optional.of(RtmUserId.of("alice"))));

    static Ban ban(String id, BanTarget target) {
        return new Ban(
                BanId.of(id),
                ProjectName.of("default"),
                target,
                Optional.of("spam"),
                "open",
                HttpFixture.NOW,
                HttpFixture.NOW.plusSeconds(86_430),
                AgoraRemoval.NOT_CONFIGURED);
    }

    @Override
    public BanIndex current() {
        return BanIndex.of(List.of(BAN));
    }

    @Override
    public boolean isWritable() {
        return !failing;
    }

    @Override
    public Ban add(Ban ban) {
        requireAvailable();
        if (ban.id().equals(BAN.id()) && !ban.isRepeatOf(BAN)) {
            throw new BanConflictException(ban.id());
        }
        return ban.id().equals(BAN.id()) ? BAN : ban;
    }

    @Override
    public void update(BanId id, UnaryOperator<Ban> change) {
        requireAvailable();
    }

    @Override
    public boolean remove(BanId id) {
        requireAvailable();
        return id.equals(BAN.id());
    }

    private void requireAvailable() {
        if (failing) {
            throw new BanStoreUnavailableException("the file cannot be written", null);
        }
    }
}
