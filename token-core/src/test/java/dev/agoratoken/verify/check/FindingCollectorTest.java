package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.DiagnosisFixture.rtc;
import static dev.agoratoken.verify.DiagnosisFixture.rtm;
import static dev.agoratoken.verify.DiagnosisFixture.token;
import static dev.agoratoken.verify.finding.FindingCode.EXPIRED;
import static dev.agoratoken.verify.finding.FindingCode.USER_MISMATCH;
import static dev.agoratoken.verify.finding.Severity.ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.grant.GrantedService;
import org.junit.jupiter.api.Test;

class FindingCollectorTest {
    @Test
    void keepsTheMostSevereFindingOfACode() {
        FindingCollector findings = new FindingCollector();

        findings.warn(EXPIRED, "soon", "wait");
        findings.error(EXPIRED, "first", "renew");
        findings.error(EXPIRED, "second", "renew");
        findings.note(EXPIRED, "maybe", "look");

        assertThat(findings.byImportance()).containsExactly(new Finding(EXPIRED, ERROR, "first", "renew"));
    }

    @Test
    void knowsWhichServiceAFindingIsAbout() {
        FindingCollector findings = new FindingCollector();
        findings.distinguish(GrantedService.of(
                ((Inspection.Readable) Inspection.of(token(rtc("a", "1"), rtm("b")))).content()));

        findings.about(ServiceType.RTM, () -> findings.error(USER_MISMATCH, "first", "renew"));
        findings.about(ServiceType.RTC, () -> findings.error(USER_MISMATCH, "second", "renew"));
        findings.error(EXPIRED, "of the token", "renew");

        assertThat(findings.subjectOf(USER_MISMATCH)).contains(ServiceType.RTM);
        assertThat(findings.subjectOf(EXPIRED)).isEmpty();
        assertThat(findings.byImportance()).extracting(Finding::message).contains("rtm: first", "of the token");
    }

    @Test
    void removesOnlyMismatchesOfNames() {
        FindingCollector findings = new FindingCollector();
        findings.error(USER_MISMATCH, "of a name", "renew");
        findings.error(EXPIRED, "of the token", "renew");

        findings.removeNameMismatches();

        assertThat(findings.byImportance()).extracting(Finding::code).containsExactly(EXPIRED);
    }
}
