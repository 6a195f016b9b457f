package dev.agoratoken.verify;

import static dev.agoratoken.verify.RawFixture.FPA;
import static dev.agoratoken.verify.RawFixture.services;
import static dev.agoratoken.verify.RawFixture.token006;
import static dev.agoratoken.verify.finding.FindingCode.DUPLICATE_PRIVILEGE;
import static dev.agoratoken.verify.finding.FindingCode.TRAILING_DATA;
import static dev.agoratoken.verify.finding.FindingCode.UNKNOWN_SERVICE;
import static dev.agoratoken.verify.finding.FindingCode.UNORDERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import org.junit.jupiter.api.Test;

/** Irregularities are tolerated and reported, by inspection and verification. */
class IrregularitiesTest {
    @Test
    void reportsWhatFollowsTheContent() {
        assertFound(services(1).u16(FPA, 0).u16(7).token(), TRAILING_DATA, Severity.WARNING);
        assertFound(token006(1, 2) + "AAAA", TRAILING_DATA, Severity.ERROR);
        assertNothing(services(1).u16(FPA, 0).token());
        assertNothing(token006(1, 2));
    }

    @Test
    void reportsWhatIsOutOfOrder() {
        assertFound(services(2).u16(10, 0, 9, 0).token(), UNORDERED, Severity.NOTE);
        assertFound(token006(2, 1), UNORDERED, Severity.NOTE);
        assertNothing(services(2).u16(9, 0, 10, 0).token());
    }

    @Test
    void reportsPrivilegesThatStandTwice() {
        assertFound(services(1).u16(FPA, 2, 1, 5, 0, 1, 6, 0).token(), DUPLICATE_PRIVILEGE, Severity.WARNING);
        assertFound(token006(1, 1), DUPLICATE_PRIVILEGE, Severity.WARNING);
        assertNothing(services(1).u16(FPA, 2, 1, 5, 0, 2, 6, 0).token());
    }

    @Test
    void reportsAServiceThatIsNotKnown() {
        assertFound(services(2).u16(FPA, 0, 42).token(), UNKNOWN_SERVICE, Severity.WARNING);
        assertNothing(services(2).u16(FPA, 0, 10, 0).token());
    }

    private static void assertFound(String token, FindingCode code, Severity severity) {
        assertThat(Inspection.of(token).findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple(code, severity));
        assertThat(DiagnosisFixture.verify(token, Expectation.NONE).findings())
                .containsAll(Inspection.of(token).findings());
    }

    private static void assertNothing(String token) {
        assertThat(Inspection.of(token)).isInstanceOf(Inspection.Readable.class);
        assertThat(Inspection.of(token).findings()).isEmpty();
    }
}
