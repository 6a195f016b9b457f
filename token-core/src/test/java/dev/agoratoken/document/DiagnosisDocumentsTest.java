package dev.agoratoken.document;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisDocumentsTest {
    private static final AppId APP_ID = AppId.of("a".repeat(32));
    private static final Instant MADE = Instant.parse("2026-11-24T09:00:00Z");

    @Test
    void expectsWhatIsGivenAndNothingElse() {
        assertThat(expectation(Map.of())).isEqualTo(Expectation.NONE);
        assertThat(expectation(Map.of(
                        "appId", APP_ID.value(),
                        "channel", "testing",
                        "uid", 1234,
                        "userId", "alice",
                        "purpose", "rtmLogin")))
                .isEqualTo(Expectation.NONE
                        .withAppId(APP_ID)
                        .withChannel("testing")
                        .withUser(ExpectedUser.number(1234))
                        .withUserId("alice")
                        .withPurpose(Purpose.RTM_LOGIN));
    }

    @Test
    void takesOneKindOfUser() {
        assertThat(user(Map.of("account", "1234"))).contains(ExpectedUser.account("1234"));
        assertThat(user(Map.of("uid", 0))).contains(ExpectedUser.ANYONE);
        assertThat(user(Map.of("anyUser", true))).contains(ExpectedUser.ANYONE);
        assertThat(user(Map.of("uid", 7, "anyUser", false))).contains(ExpectedUser.number(7));
        assertThatThrownBy(() -> user(Map.of("uid", 7, "account", "7")))
                .isInstanceOf(InvalidDocumentException.class)
                .satisfies(e -> verify("two expected users", e.getMessage()))
                .hasMessageStartingWith("expect.uid: ");
        assertThatThrownBy(() -> user(Map.of("uid", -1)))
                .isInstanceOf(InvalidDocumentException.class)
                .satisfies(e -> verify("expected uid -1", e.getMessage()))
                .hasMessageStartingWith("expect.uid: ");
        assertThatThrownBy(() -> user(Map.of("uid", -1412626023)))
                .isInstanceOf(InvalidDocumentException.class)
                .satisfies(e -> verify("expected uid of Android", e.getMessage()))
                .hasMessageStartingWith("expect.uid: ")
                .hasMessageContaining("2882341273");
        assertThatThrownBy(() -> user(Map.of("uid", -1412626023000L)))
                .isInstanceOf(InvalidDocumentException.class)
                .satisfies(e -> verify("expected uid far below 0", e.getMessage()));
    }

    @Test
    void readsTheMomentAndTheDifferenceOfClocks() {
        VerificationRequest request =
                VerificationRequestDocument.read(Map.of("token", "007", "at", "2026-11-24T09:00:00Z", "skew", 30));

        assertThat(request.at()).contains(MADE);
        assertThat(request.skew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(VerificationRequestDocument.read(Map.of("token", "007")).skew())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void refusesNamesThatNoTokenCanBeHeldAgainst() {
        assertThatThrownBy(() -> expectation(Map.of("channel", "c".repeat(1025), "userId", "\ud800")))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContainingAll("expect.channel: ", "expect.userId: ");
    }

    @Test
    void endsTheServicesWithTheUnknownOne() {
        TokenContent content = new TokenContent.V007(
                APP_ID,
                Salt.of(1),
                MADE,
                MADE.plusSeconds(60),
                List.of(),
                Optional.of(new TokenContent.UnparsedTail(42, "abcd")));
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
    void showsTheNamesOfAPermissionThatStandsTwice() {
        ServiceContent rtm2 = new ServiceContent(
                ServiceType.RTM2,
                List.of(),
                List.of(
                        new FieldValue.Text("alice"),
                        new FieldValue.Permissions(List.of(
                                new FieldValue.PermissionEntry(0, 0, List.of("secret")),
                                new FieldValue.PermissionEntry(0, 1, List.of()),
                                new FieldValue.PermissionEntry(0, 0, List.of("open"))))));

        assertThat(ServiceDocument.from(rtm2, MADE, MADE.plusSeconds(60)).permissions())
                .isEqualTo(Map.of("messageChannels", Map.of("read", List.of("secret", "open"), "write", List.of())));
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

    private static Expectation expectation(Map<String, Object> expect) {
        return VerificationRequestDocument.read(Map.of("token", "007", "expect", expect))
                .expected();
    }

    private static Optional<ExpectedUser> user(Map<String, Object> expect) {
        return expectation(expect).user();
    }
}
