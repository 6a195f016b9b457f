package dev.agoratoken.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.issuing.diagnosis.Expectation;
import dev.agoratoken.issuing.diagnosis.ExpectedUser;
import dev.agoratoken.issuing.diagnosis.Inspection;
import dev.agoratoken.issuing.diagnosis.Purpose;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenContent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisDocumentsTest {
    private static final AppId APP_ID = AppId.of("a".repeat(32));
    private static final Instant MADE = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void expectsWhatIsGivenAndNothingElse() {
        assertThat(new ExpectationDocument(null, null, null, null, null, null, null).toExpectation())
                .isEqualTo(Expectation.NONE);
        assertThat(new ExpectationDocument(APP_ID.value(), "testing", 1234L, null, null, "alice", "rtmLogin")
                        .toExpectation())
                .isEqualTo(Expectation.NONE
                        .ofApp(APP_ID)
                        .inChannel("testing")
                        .by(ExpectedUser.number(1234))
                        .byUserId("alice")
                        .to(Purpose.RTM_LOGIN));
    }

    @Test
    void takesOneKindOfUser() {
        assertThat(user(null, "1234", null)).contains(ExpectedUser.account("1234"));
        assertThat(user(0L, null, null)).contains(ExpectedUser.ANYONE);
        assertThat(user(null, null, true)).contains(ExpectedUser.ANYONE);
        assertThat(user(7L, null, false)).contains(ExpectedUser.number(7));
        assertThatThrownBy(() -> user(7L, "7", null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("user: more than one is given; give at most one of uid, account and anyUser");
        assertThatThrownBy(() -> user(-1L, null, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("uid: -1 is not a uid");
    }

    @Test
    void endsTheServicesWithTheUnknownOne() {
        TokenContent content = new TokenContent.V007(
                APP_ID,
                Salt.of(1),
                MADE,
                MADE.plusSeconds(60),
                List.of(),
                Optional.of(new TokenContent.Unread(42, "abcd")));
        InspectionDocument document =
                InspectionDocument.from(new Inspection.Readable(content, "00".repeat(32), List.of()));

        assertThat(document.services()).singleElement().satisfies(service -> {
            assertThat(service.type()).isEqualTo("unknown");
            assertThat(service.id()).isEqualTo(42);
            assertThat(service.privileges()).isNull();
        });
        assertThat(document.unread()).isEqualTo("abcd");
        assertThat(document.verified()).isFalse();
        assertThat(document.findings()).isNull();
    }

    @Test
    void saysNothingButTheFindingsOfAnUnreadableText() {
        InspectionDocument document = InspectionDocument.from(Inspection.of("hello"));

        assertThat(document.readable()).isFalse();
        assertThat(document.verified()).isNull();
        assertThat(document.services()).isNull();
        assertThat(document.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("not_a_token");
            assertThat(finding.severity()).isEqualTo("error");
        });
    }

    private static Optional<ExpectedUser> user(Long uid, String account, Boolean anyUser) {
        return new ExpectationDocument(null, null, uid, account, anyUser, null, null)
                .toExpectation()
                .user();
    }
}
