package dev.agoratoken.token;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 1234, 2147483648L, 4294967295L})
    void takesUidsOf32UnsignedBits(long number) {
        assertThat(UserId.of(number).number()).isEqualTo(number);
        assertThat(UserId.of(number).value()).isEqualTo(Long.toString(number));
        assertThat(UserId.of(number)).hasToString(Long.toString(number));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE, Long.MAX_VALUE})
    void refusesUidsOutOfRange(long number) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> UserId.of(number))
                .returns("uid", InvalidValueException::field)
                .satisfies(e -> verify("uid " + number, e.getMessage()));
    }

    @Test
    void refusesUid0BecauseItMeansAnyUser() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> UserId.of(0))
                .returns("uid", InvalidValueException::field)
                .satisfies(e -> verify("uid 0", e.getMessage()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> UserId.parse("000"))
                .returns("uid", InvalidValueException::field)
                .satisfies(e -> verify("uid 000", e.getMessage()));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4294967295,4294967295", "0001234,1234", "00000000000000000001,1"})
    void readsUidsFromDigits(String digits, long number) {
        assertThat(UserId.parse(digits)).isEqualTo(UserId.of(number));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " 1",
                "1 ",
                "+1",
                "-1",
                "-999",
                "-1000",
                "-2147483648",
                "-2147483649",
                "1.0",
                "1e3",
                "0x10",
                "a",
                "\u0661",
                "\uFF11",
                "4294967296",
                "9999999999",
                "10000000000",
                "99999999999999999999999999"
            })
    void refusesTextsThatAreNoUid(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> UserId.parse(text))
                .returns("uid", InvalidValueException::field)
                .satisfies(e -> verify("text " + text, e.getMessage()));
    }

    @Test
    void showsTheTextThatIsNoUid() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> UserId.parse("12\n34"))
                .satisfies(e -> verify("uid with a line break", e.getMessage()));
    }

    @Test
    void tellsANumberFromTheAccountOfTheSameDigits() {
        User number = UserId.of(1234);
        User account = UserAccount.of("1234");

        assertThat(number.value()).isEqualTo(account.value());
        assertThat(number).isNotEqualTo(account);
    }

    @Test
    void takesTheAccount0Literally() {
        assertThat(UserAccount.of("0").value()).isEqualTo("0");
    }

    @Test
    void writesAnyUserAsTheEmptyText() {
        assertThat(AnyUser.ANY_USER.value()).isEmpty();
        assertThat(AnyUser.ANY_USER).hasToString("any user");
    }

    @Test
    void printsAccountsAsTyped() {
        assertThat(UserAccount.of("Ann Lee")).hasToString("Ann Lee");
        assertThat(UserPattern.of("guest-*")).hasToString("guest-*");
    }

    @Test
    void knowsHowANumberIsWritten() {
        assertThat(List.of("1", "1234", "4294967295")).allMatch(UserId::isValue);
        assertThat(List.of("", "0", "01", "-1", "4294967296", "10000000000", "alice", "1 "))
                .noneMatch(UserId::isValue);
    }
}
