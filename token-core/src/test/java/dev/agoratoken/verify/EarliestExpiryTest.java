package dev.agoratoken.verify;

import static dev.agoratoken.verify.DiagnosisFixture.APP_ID;
import static dev.agoratoken.verify.DiagnosisFixture.FIRST;
import static dev.agoratoken.verify.DiagnosisFixture.NOW;
import static dev.agoratoken.verify.DiagnosisFixture.rtc;
import static dev.agoratoken.verify.DiagnosisFixture.rtm;
import static dev.agoratoken.verify.DiagnosisFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.AgoraTokens;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc.Privilege;
import dev.agoratoken.verify.finding.FindingCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EarliestExpiryTest {
    private static final AgoraTokens TOKENS = AgoraTokens.of(new Project(ProjectName.DEFAULT, APP_ID, List.of(FIRST)))
            .withClock(InstantSource.fixed(NOW));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTES = Duration.ofMinutes(10);

    private static Duration earliest(String token) {
        return Duration.between(NOW, ((Inspection.Readable) TOKENS.inspect(token)).earliestExpiry());
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfAPrivilegeThatExpiresBeforeTheToken(TokenFormat format) {
        var user = TOKENS.withFormat(format).rtc("testing").uid(1);

        assertThat(earliest(user.role(Role.PUBLISHER, MINUTES).expiresIn(HOUR).token()))
                .isEqualTo(MINUTES);
        assertThat(earliest(user.allow(Privilege.JOIN_CHANNEL)
                        .allow(Privilege.PUBLISH_VIDEO_STREAM, MINUTES)
                        .expiresIn(HOUR)
                        .token()))
                .isEqualTo(MINUTES);
    }

    /** Format 006 claims 24 hours there. */
    @ParameterizedTest
    @EnumSource
    void isThatOfTheLifetimeIfNoPrivilegeExpiresEarlier(TokenFormat format) {
        AgoraTokens tokens = TOKENS.withFormat(format);

        assertThat(earliest(tokens.rtm("alice").expiresIn(HOUR).token())).isEqualTo(HOUR);
        assertThat(earliest(tokens.rtc("testing")
                        .uid(1)
                        .role(Role.PUBLISHER)
                        .expiresIn(HOUR)
                        .token()))
                .isEqualTo(HOUR);
    }

    @Test
    void coversAllServicesOfTheToken() {
        String token = TOKENS.rtc("testing")
                .uid(1)
                .role(Role.PUBLISHER)
                .andRtm("alice", MINUTES)
                .expiresIn(HOUR)
                .token();

        assertThat(earliest(token)).isEqualTo(MINUTES);
    }

    @Test
    void isAtMost24HoursAfterTheIssueAndInThePastForAnExpiredToken() {
        Duration day = Duration.ofHours(24);

        assertThat(earliest(token(60, 2 * day.toSeconds(), FIRST, rtc("testing", "1", 2 * day.toSeconds(), 1))))
                .isEqualTo(day.minusSeconds(60));
        assertThat(earliest(token(7200, 3600, FIRST, rtm("alice")))).isEqualTo(HOUR.negated());
    }

    @Test
    void aPrivilegeWithoutAnExpiryEndsWithTheToken() {
        assertThat(earliest(token(0, 3600, FIRST, rtc("testing", "1", 0, 1)))).isEqualTo(HOUR);
    }

    /** The time from which on the privilege is missing, so a client that renews earlier misses nothing. */
    @Test
    void isTheFirstMomentAtWhichTheVerificationDiffers() {
        String token = TOKENS.rtc("testing")
                .uid(1)
                .role(Role.PUBLISHER, MINUTES)
                .expiresIn(HOUR)
                .token();
        Instant earliest = ((Inspection.Readable) TOKENS.inspect(token)).earliestExpiry();
        var client = TOKENS.verify(token).channel("testing").uid(1);

        assertThat(client.at(earliest.minusSeconds(1)).toPublish().accepted()).isTrue();
        assertThat(client.at(earliest).toPublish().has(FindingCode.PRIVILEGE_EXPIRED))
                .isTrue();
    }
}
