package dev.agoratoken.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanConflictException;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of bans does. */
public abstract class BanStoreContract {
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final BanTarget EVERYTHING = new BanTarget(
            Optional.of(ChannelName.of("class-1")),
            Optional.of(UserId.of(4_294_967_295L)),
            Optional.of(UserAccount.of("alice")),
            Optional.of(RtmUserId.of("alice")));

    private Instant now = START;

    /** Returns the empty store, the same one for each call in a test. */
    protected abstract BanStore store();

    /** The clock that the store has to use. */
    protected final InstantSource clock() {
        return () -> now;
    }

    /** A ban for 60 seconds from the start of the test. */
    protected static Ban ban(String id, BanTarget target, AgoraRemoval removal) {
        return new Ban(
                BanId.of(id),
                ProjectName.of("default"),
                target,
                Optional.of("spam \"ä😀"),
                "mobile ann",
                START,
                START.plusSeconds(60),
                removal);
    }

    /** A ban of a user. */
    protected static Ban ban(String id) {
        return ban(id, BanTarget.of(UserAccount.of("alice")), AgoraRemoval.NOT_CONFIGURED);
    }

    protected final void advanceSeconds(long seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    void keepsEveryPartOfABan() {
        Ban active = ban("active", EVERYTHING, AgoraRemoval.active(1953, START.plusSeconds(60)));
        Ban failed = ban("failed", BanTarget.of(UserId.of(1)), AgoraRemoval.failed("401"));

        assertThat(store().add(active)).isEqualTo(active);
        assertThat(store().add(failed)).isEqualTo(failed);

        assertThat(store().current().bans()).containsExactlyInAnyOrder(active, failed);
        assertThat(store().current().find(active.id())).contains(active);
        assertThat(store().current().find(BanId.of("other"))).isEmpty();
    }

    @Test
    void returnsTheFirstBanOfARepeatedRequest() {
        Ban first = store().add(ban("x"));
        Ban repeated = new Ban(
                first.id(),
                first.project(),
                first.target(),
                first.reason(),
                first.by(),
                START.plusSeconds(5),
                START.plusSeconds(65),
                first.removal());
        advanceSeconds(5);

        assertThat(store().add(repeated)).isEqualTo(first);
        assertThat(store().current().bans()).containsExactly(first);
    }

    @Test
    void rejectsAnotherBanWithTheSameId() {
        Ban first = store().add(ban("x"));

        assertThatThrownBy(() -> store().add(ban("x", EVERYTHING, AgoraRemoval.NOT_CONFIGURED)))
                .isInstanceOf(BanConflictException.class);
        assertThat(store().current().bans()).containsExactly(first);
    }

    @Test
    void usesTheIdOfABanThatEndedAgain() {
        store().add(ban("x"));
        advanceSeconds(60);
        Ban later = new Ban(
                BanId.of("x"),
                ProjectName.of("other"),
                EVERYTHING,
                Optional.empty(),
                "mobile",
                START.plusSeconds(60),
                START.plusSeconds(120),
                AgoraRemoval.NOT_REQUESTED);

        assertThat(store().add(later)).isEqualTo(later);
        assertThat(store().current().bans()).containsExactly(later);
    }

    @Test
    void keepsALiftedBanUntilItsRuleIsDeleted() {
        Ban ban = store().add(ban("x", EVERYTHING, AgoraRemoval.active(1953, START.plusSeconds(60))));
        advanceSeconds(5);
        store().update(ban.id(), found -> found.lifted(START.plusSeconds(5)));

        assertThatThrownBy(() -> store().add(ban("x", EVERYTHING, AgoraRemoval.PENDING)))
                .isInstanceOf(BanConflictException.class);
        store().add(ban("y"));
        assertThat(store().current().find(ban.id())).contains(ban.lifted(START.plusSeconds(5)));
        assertThat(store().remove(ban.id())).isTrue();
        assertThat(store().current().find(ban.id())).isEmpty();
    }

    @Test
    void changesABanThatIsThere() {
        Ban ban = store().add(ban("x", EVERYTHING, AgoraRemoval.PENDING));

        store().update(ban.id(), found -> found.withRemoval(AgoraRemoval.failed("401")));
        store().update(BanId.of("gone"), found -> {
            throw new AssertionError("there is no such ban");
        });

        assertThat(store().current().bans()).containsExactly(ban.withRemoval(AgoraRemoval.failed("401")));
    }

    @Test
    void removesABanOnce() {
        Ban ban = store().add(ban("x"));

        assertThat(store().remove(ban.id())).isTrue();
        assertThat(store().remove(ban.id())).isFalse();
        assertThat(store().current().isEmpty()).isTrue();
    }
}
