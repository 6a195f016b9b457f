package dev.agoratoken.issuing.policy;

import static dev.agoratoken.issuing.policy.PolicyFixture.caller;
import static dev.agoratoken.issuing.policy.PolicyFixture.requestFor;
import static dev.agoratoken.issuing.policy.PolicyFixture.rtcIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerAuthenticator;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.verify.Verdict;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * A holder who moves the end of the channel in a token of format 006 by writing two checksums anew, without the
 * certificate (docs/reference/token-format.md#format-006): the verifier accepts the result, so no such token may be
 * given out.
 */
class Format006AttackTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));
    private static final Projects PROJECTS =
            Projects.of(List.of(Project.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")));
    private static final int APP_ID_END = 3 + 32;
    private static final int CRC_CHANNEL = 34;
    private static final int CRC_USER = 38;

    private final AuthorizingIssuer guarded = new AuthorizingIssuer(
            CallerAuthenticator.OPEN,
            new TokenIssuer(PROJECTS, IssuingDefaults.STANDARD, CLOCK, () -> Salt.of(7)),
            (caller, limit) -> {
                throw new AssertionError("no caller here has a limit");
            },
            BanChecker.NONE,
            AuditPolicy.NONE);
    private final Verifier verifier = new Verifier(PROJECTS, CLOCK);

    @Test
    void worksOnATokenThatIsGivenOut() {
        String token = issue(Caller.OPEN, "class-west-1123456", UserId.of(7));

        assertThat(accepts(token, "class-west-1", ExpectedUser.number(1_234_567)))
                .isFalse();
        assertThat(accepts(moved(token, "class-west-1", "1234567"), "class-west-1", ExpectedUser.number(1_234_567)))
                .isTrue();
        assertThat(accepts(moved(token, "class-west-11234567", ""), "class-west-11234567", ExpectedUser.number(5)))
                .isTrue();
    }

    @Test
    void getsNoTokenFromARuleForOneSchoolAndUser() {
        Caller caller = caller(
                Map.of("school", "west", "uid", 7),
                rtcIn("class-${claims.school}-*").withUsers(UserRule.ofNumber("${claims.uid}")));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> issue(caller, "class-west-1123456", UserId.of(7)))
                .satisfies(refusal -> assertThat(refusal.path()).isEqualTo("format"));
    }

    @Test
    void getsNoTokenFromARuleThatDeniesSomeChannels() {
        User user = UserAccount.of("ff-1bob");
        String token = issue(Caller.OPEN, "class-sta", user);
        assertThat(accepts(moved(token, "class-staff-1", "bob"), "class-staff-1", ExpectedUser.account("bob")))
                .isTrue();

        AccessRules accessRules = AccessRules.allowing(rtcIn("class-*").withFormats(Set.of(TokenFormat.V006)))
                .denying(rtcIn("class-staff-*"));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> issue(caller(Map.of(), accessRules), "class-sta", user))
                .satisfies(refusal -> assertThat(refusal.path()).isEqualTo("format"));
    }

    private String issue(Caller caller, String channel, User user) {
        TokenRequest request =
                requestFor(Rtc.publisher(ChannelName.of(channel), user)).withFormat(TokenFormat.V006);
        return guarded.issue(caller, request, RequestId.of("attack")).issued().text();
    }

    private boolean accepts(String token, String channel, ExpectedUser user) {
        Expectation expected =
                Expectation.NONE.withChannel(channel).withUser(user).withPurpose(Purpose.JOIN);
        return verifier.verify(VerificationRequest.of(token).expecting(expected))
                        .verdict()
                == Verdict.ACCEPTED;
    }

    private static String moved(String token, String channel, String user) {
        byte[] content = Base64.getDecoder().decode(token.substring(APP_ID_END));
        ByteBuffer.wrap(content)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CRC_CHANNEL, crc(channel))
                .putInt(CRC_USER, crc(user));
        return token.substring(0, APP_ID_END) + Base64.getEncoder().encodeToString(content);
    }

    private static int crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
