package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.DiagnosisFixture.FIRST;
import static dev.agoratoken.verify.DiagnosisFixture.NOW;
import static dev.agoratoken.verify.DiagnosisFixture.rtc;
import static dev.agoratoken.verify.DiagnosisFixture.token;
import static dev.agoratoken.verify.DiagnosisFixture.token006;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.verify.DiagnosisFixture;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits between the causes of an odd time, to the second. */
class TimeCheckTest {
    private static final long DAY = 86_400;
    private static final long FIRST_TIME = 1_000_000_000;
    /** Milliseconds of this time, cut to 32 bits, are neither before the first token nor near the time itself. */
    private static final long MOMENT = 1_798_966_800;

    @ParameterizedTest
    @CsvSource({"999999999,LIFETIME_OVER_24H", "1000000000,LIFETIME_LOOKS_ABSOLUTE"})
    void readsALifetimeOf31YearsAsATime(long lifetime, FindingCode code) {
        assertThat(codes(token(60, lifetime, FIRST, rtc("testing", "1234", 0, 1)), NOW.getEpochSecond()))
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({"999999999,PRIVILEGE_OUTLIVES_TOKEN", "1000000000,LIFETIME_LOOKS_ABSOLUTE"})
    void readsAPrivilegeOf31YearsAsATime(long lifetime, FindingCode code) {
        assertThat(codes(token(rtc("testing", "1234", lifetime, 1)), NOW.getEpochSecond()))
                .contains(code);
    }

    @Test
    void toleratesSkewAheadInFormat006() {
        long at = NOW.getEpochSecond();
        Duration skew = Duration.ofSeconds(30);

        assertThat(codes(ending006(at + DAY + 30), at, skew)).doesNotContain(FindingCode.ISSUED_IN_FUTURE);
        assertThat(codes(ending006(at + DAY + 31), at, skew)).contains(FindingCode.ISSUED_IN_FUTURE);
    }

    @Test
    void readsAnExpiryBeyondAllTimeZonesAsALongLifetime() {
        long at = NOW.getEpochSecond();

        assertThat(codes(ending006(at + DAY + 14 * 3600), at))
                .contains(FindingCode.ISSUED_IN_FUTURE)
                .doesNotContain(FindingCode.LIFETIME_OVER_24H);
        assertThat(codes(ending006(at + DAY + 14 * 3600 + 1), at))
                .contains(FindingCode.LIFETIME_OVER_24H)
                .doesNotContain(FindingCode.ISSUED_IN_FUTURE);
    }

    @ParameterizedTest
    @ValueSource(longs = {2_700, 3_539, 3_540, 3_600, 3_660, 3_661, 4_484, 4_485, 4_515, 4_516, 50_400, 51_300})
    void recognizesTimeZones(long ahead) {
        Finding finding = find(
                FindingCode.ISSUED_IN_FUTURE,
                findings(token(-ahead, 3600, FIRST, rtc("testing", "1234")), NOW.getEpochSecond(), Duration.ZERO));

        ApprovedMessages.verify(ahead + " seconds ahead", finding.message() + "; " + finding.remedy());
    }

    @ParameterizedTest
    @CsvSource({"1000000000,1000100000", "999999999,1000099999", "999900000,1000000000", "999900000,999999999"})
    void recognizesAClockThatWasNeverSet(long issued, long at) {
        Finding finding = find(
                FindingCode.EXPIRED,
                findings(token(NOW.getEpochSecond() - issued, 3600, FIRST, rtc("testing", "1234")), at, Duration.ZERO));

        ApprovedMessages.verify(
                "made at " + issued + ", checked at " + at, finding.message() + "; " + finding.remedy());
    }

    @ParameterizedTest
    @CsvSource({
        "99999999,1795510800,LIFETIME_LOOKS_RELATIVE",
        "100000000,1795510800,TIME_UNIT_MISMATCH",
        "999999999,1795510800,TIME_UNIT_MISMATCH",
        "1000000000,1795510800,EXPIRED",
        "999999999,1000000000,TIME_UNIT_MISMATCH",
        "999999998,999999999,EXPIRED",
        "99999999,500000000,LIFETIME_LOOKS_RELATIVE",
        "100000000,500000000,EXPIRED",
        "3600,100000000,LIFETIME_LOOKS_RELATIVE",
        "3600,99999999,EXPIRED"
    })
    void distinguishesTheUnitsOfAnExpiryInFormat006(long end, long at, FindingCode code) {
        assertThat(codes(ending006(end), at)).startsWith(code);
    }

    @Test
    void measuresMillisecondsFromTheTimeOfIssue() {
        long issued = MOMENT - 72_000;

        assertThat(codes(withPrivilege(issued, issued - 36 * 3600), MOMENT)).contains(FindingCode.TIME_UNIT_MISMATCH);
        assertThat(codes(withPrivilege(issued, issued - 60 * 3600), MOMENT))
                .doesNotContain(FindingCode.TIME_UNIT_MISMATCH);
    }

    @Test
    void measuresMillisecondsFromTheCheckIfTheTimeOfIssueIsImplausible() {
        long ahead = MOMENT + DAY;

        assertThat(codes(withPrivilege(ahead, ahead + 36 * 3600), MOMENT)).contains(FindingCode.TIME_UNIT_MISMATCH);
        assertThat(codes(withPrivilege(ahead + 1, ahead + 36 * 3600), MOMENT))
                .doesNotContain(FindingCode.TIME_UNIT_MISMATCH);
        assertThat(codes(withPrivilege(FIRST_TIME, FIRST_TIME), NOW.getEpochSecond()))
                .contains(FindingCode.TIME_UNIT_MISMATCH);
        assertThat(codes(withPrivilege(FIRST_TIME - 1, FIRST_TIME - 1), NOW.getEpochSecond()))
                .doesNotContain(FindingCode.TIME_UNIT_MISMATCH);
    }

    private static String ending006(long end) {
        return token006(
                Instant.ofEpochSecond(end), FIRST, "testing", "1234", new PrivilegeEntry(1, PrivilegeExpiry.UNSET));
    }

    /** Returns a token whose privilege expires at a time in milliseconds, of which 32 bits were kept. */
    private static String withPrivilege(long issued, long until) {
        Instant cut = Instant.ofEpochSecond(until * 1000 & 0xFFFF_FFFFL);
        return token006(Instant.ofEpochSecond(issued + DAY), cut, FIRST, "testing", "1234", 1);
    }

    private static List<FindingCode> codes(String token, long at) {
        return codes(token, at, Duration.ZERO);
    }

    private static List<FindingCode> codes(String token, long at, Duration skew) {
        return findings(token, at, skew).stream().map(Finding::code).toList();
    }

    private static List<Finding> findings(String token, long at, Duration skew) {
        VerificationRequest request = VerificationRequest.of(token)
                .expecting(DiagnosisFixture.TESTING_1234)
                .at(Instant.ofEpochSecond(at))
                .tolerating(skew);
        return DiagnosisFixture.verify(request, DiagnosisFixture.PROJECT).findings();
    }

    private static Finding find(FindingCode code, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
