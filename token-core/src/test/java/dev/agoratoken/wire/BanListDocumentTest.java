package dev.agoratoken.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.token.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BanListDocumentTest {
    private static List<Ban> bans(int count) {
        Instant start = Instant.parse("2026-11-28T12:00:00Z");
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> new Ban(
                        BanId.of("ban-" + i),
                        ProjectName.of("default"),
                        BanTarget.of(UserId.of(i)),
                        Optional.empty(),
                        "open",
                        start,
                        start.plusSeconds(60),
                        AgoraRemoval.NOT_CONFIGURED))
                .toList();
    }

    @Test
    void holdsTheFirstBansAndSaysHowManyThereAreBeside() {
        assertThat(BanListDocument.from(bans(0))).isEqualTo(new BanListDocument(List.of(), null));
        assertThat(BanListDocument.from(bans(1000)).more()).isNull();
        BanListDocument cut = BanListDocument.from(bans(1002));
        assertThat(cut.more()).isEqualTo(2);
        assertThat(cut.bans()).hasSize(1000).last().extracting(BanDocument::id).isEqualTo("ban-1000");
    }
}
