package dev.agoratoken.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Arguments of a verification that are rejected before a token is read. */
class InvalidArgumentsTest {
    @Test
    void rejectsNamesThatNoTokenIsComparedWith() {
        String tooLong = "x".repeat(1025);

        assertRejected("channel", "too long", () -> Expectation.NONE.withChannel(tooLong));
        assertRejected("userId", "too long", () -> Expectation.NONE.withUserId(tooLong));
        assertRejected("account", "too long", () -> ExpectedUser.account(tooLong));
        assertRejected("name", "too long", () -> Expectation.name(tooLong));
        assertRejected("channel", "unpaired surrogate", () -> Expectation.NONE.withChannel("a\ud83d"));
        assertRejected("channel", "first surrogate", () -> Expectation.NONE.withChannel("a\ud800"));
        assertRejected("channel", "last surrogate", () -> Expectation.NONE.withChannel("a\udfff"));
        assertThat(Expectation.name("x".repeat(1024))).hasSize(1024);
        assertThat(Expectation.name("\ud7ff\ue000\ud83d\ude00")).hasSize(4);
    }

    @Test
    void rejectsAnUnknownPurpose() {
        assertRejected("purpose", "misspelled", () -> Purpose.fromLabel("publsh"));
        assertRejected("purpose", "unlike all", () -> Purpose.fromLabel("x"));
    }

    @Test
    void rejectsASkewOutsideOneDay() {
        VerificationRequest request = VerificationRequest.of("");

        assertRejected("skew", "negative", () -> request.tolerating(Duration.ofSeconds(-1)));
        assertRejected("skew", "too long", () -> request.tolerating(Duration.ofSeconds(86_401)));
        assertThat(request.tolerating(Duration.ofHours(24)).skew()).isEqualTo(Duration.ofHours(24));
    }

    private static void assertRejected(String field, String testCase, ThrowingCallable call) {
        InvalidValueException rejection = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(rejection.field()).isEqualTo(field);
        ApprovedMessages.verify(field + ", " + testCase, rejection.getMessage());
    }
}
