package dev.agoratoken.issuing.diagnosis;

import static dev.agoratoken.issuing.diagnosis.DiagnosisFixture.FIRST;
import static dev.agoratoken.issuing.diagnosis.DiagnosisFixture.privileges;
import static dev.agoratoken.issuing.diagnosis.DiagnosisFixture.service;
import static dev.agoratoken.issuing.diagnosis.DiagnosisFixture.token;
import static dev.agoratoken.issuing.diagnosis.DiagnosisFixture.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.PrivilegeEntry;
import dev.agoratoken.token.ServiceContent;
import dev.agoratoken.token.ServiceType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found out about a token that holds more than one service. */
class ManyServicesTest {
    @Test
    void keepsTheGravestFindingOfACode() {
        ServiceContent rtc = service(ServiceType.RTC, both(privileges(3600, 1), privileges(600, 2)), "testing", "1234");
        ServiceContent rtm = service(ServiceType.RTM, privileges(600, 1), "alice");

        for (List<ServiceContent> services : List.of(List.of(rtc, rtm), List.of(rtm, rtc))) {
            Verification verification =
                    verify(token(1000, 3600, FIRST, services.toArray(ServiceContent[]::new)), Expectation.NONE);

            assertThat(verification.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(verification.findings())
                    .filteredOn(finding -> finding.code() == FindingCode.PRIVILEGE_EXPIRED)
                    .extracting(Finding::severity)
                    .containsExactly(Severity.ERROR);
        }
    }

    private static List<PrivilegeEntry> both(List<PrivilegeEntry> some, List<PrivilegeEntry> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
