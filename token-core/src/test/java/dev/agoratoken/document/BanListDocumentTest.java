package dev.agoratoken.document;

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
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, active",
        "PENDING, pending",
        "FAILED, failed",
        "NOT_CONFIGURED, not_configured",
        "NOT_POSSIBLE, not_possible"
    })
    void namesTheStateOfTheRuleAtAgora(AgoraRemoval.Status status, String label) {
        AgoraRemoval removal =
                new AgoraRemoval(status, OptionalLong.empty(), Optional.empty(), Optional.of("no answer"));

        assertThat(BanDocument.from(bans(1).get(0).withRemoval(removal)).agora())
                .extracting("status", "detail")
                .containsExactly(label, "no answer");
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
