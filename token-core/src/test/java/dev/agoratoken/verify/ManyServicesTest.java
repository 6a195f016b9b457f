package dev.agoratoken.verify;

import static dev.agoratoken.verify.DiagnosisFixture.FIRST;
import static dev.agoratoken.verify.DiagnosisFixture.NOW;
import static dev.agoratoken.verify.DiagnosisFixture.TESTING_1234;
import static dev.agoratoken.verify.DiagnosisFixture.privileges;
import static dev.agoratoken.verify.DiagnosisFixture.rtc;
import static dev.agoratoken.verify.DiagnosisFixture.rtc006;
import static dev.agoratoken.verify.DiagnosisFixture.rtm;
import static dev.agoratoken.verify.DiagnosisFixture.rtm2;
import static dev.agoratoken.verify.DiagnosisFixture.service;
import static dev.agoratoken.verify.DiagnosisFixture.token;
import static dev.agoratoken.verify.DiagnosisFixture.token006;
import static dev.agoratoken.verify.DiagnosisFixture.verify;
import static dev.agoratoken.verify.RawFixture.RTM;
import static dev.agoratoken.verify.RawFixture.services;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import dev.agoratoken.verify.grant.GrantedService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Findings about tokens with several services. */
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

    @Test
    void takesAPrivilegeFromAnyServiceAtThatPlace() {
        Expectation publish = TESTING_1234.withPurpose(Purpose.PUBLISH);
        ServiceContent everywhere = rtc("*", "1234", 3600, 1);
        ServiceContent publisher = rtc("testing", "1234");
        ServiceContent ended = rtc("testing", "1234", 30, 1, 2, 3, 4);

        assertThat(errors(publish, everywhere, publisher)).isEmpty();
        assertThat(errors(publish, publisher, everywhere)).isEmpty();
        assertThat(errors(publish, ended, publisher)).isEmpty();
        assertThat(errors(publish, everywhere, rtc("other", "1234"))).containsExactly(FindingCode.MISSING_PRIVILEGE);
        assertThat(errors(publish, everywhere, ended)).containsExactly(FindingCode.PRIVILEGE_EXPIRED);
        assertThat(verify(token(everywhere, publisher), publish).findings())
                .noneMatch(finding -> finding.code() == FindingCode.PUBLISH_NOT_ENFORCED);
    }

    @Test
    void checksTheServicesOfOtherNamesAsWell() {
        assertThat(errors(TESTING_1234, rtc("1234", "testing", 30, 1)))
                .containsExactly(FindingCode.CHANNEL_AND_USER_SWAPPED, FindingCode.PRIVILEGE_EXPIRED);
        assertThat(errors(TESTING_1234, rtc("other", "1234", 30, 1)))
                .containsExactly(FindingCode.CHANNEL_MISMATCH, FindingCode.PRIVILEGE_EXPIRED);
    }

    @Test
    void checksTheChannelTokenThatSignalingAccepts() {
        String token = token006(NOW.plusSeconds(60), NOW, FIRST, "alice", "", 1);

        assertThat(verify(token, Expectation.NONE.withUserId("alice").withPurpose(Purpose.RTM_LOGIN))
                        .findings())
                .extracting(Finding::code)
                .contains(FindingCode.MISSING_SERVICE, FindingCode.PRIVILEGE_EXPIRED);
    }

    @Test
    void takesTheLoginFromEitherKindOfSignaling() {
        ServiceContent ended = service(ServiceType.RTM, privileges(30, 1), "alice");
        ServiceContent rtm2 = rtm2("alice", privileges(3600, 1));

        assertThat(errors(Expectation.NONE.withUserId("alice").withPurpose(Purpose.RTM_LOGIN), ended, rtm2))
                .isEmpty();
    }

    @Test
    void judgesEachServiceByItselfWhereNothingIsExpected() {
        assertThat(errors(Expectation.NONE, rtc("a", "1"), rtc("b", "1", 3600, 2)))
                .containsExactly(FindingCode.MISSING_PRIVILEGE);
        assertThat(errors(Expectation.NONE.withChannel("a"), rtc("a", "1"), rtc("b", "1", 3600, 2)))
                .isEmpty();
    }

    @Test
    void takesEitherPrivilegeWhereEitherWillDo() {
        for (ServiceType type : List.of(ServiceType.STREAMING, ServiceType.FCDN)) {
            Expectation purpose = TESTING_1234.withPurpose(type == ServiceType.FCDN ? Purpose.FCDN : Purpose.STREAMING);
            List<PrivilegeEntry> first = privileges(3600, 1);
            List<PrivilegeEntry> second = privileges(3600, 2);

            assertThat(errors(purpose, in(type, both(first, privileges(30, 2)))))
                    .isEmpty();
            assertThat(errors(purpose, in(type, both(privileges(30, 1), second))))
                    .isEmpty();
            assertThat(errors(purpose, in(type, first))).isEmpty();
            assertThat(errors(purpose, in(type, second))).isEmpty();
            assertThat(errors(purpose, in(type, privileges(30, 1, 2)))).containsExactly(FindingCode.PRIVILEGE_EXPIRED);
            assertThat(errors(purpose, in(type, List.of()))).containsExactly(FindingCode.MISSING_PRIVILEGE);
        }
    }

    @Test
    void saysWhichPrivilegeOfSeveralIsNotThere() {
        Expectation purpose = TESTING_1234.withPurpose(Purpose.FCDN);

        assertThat(verify(token(in(ServiceType.FCDN, privileges(3600, 2))), purpose)
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.MISSING_PRIVILEGE);
                    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                    ApprovedMessages.verify("other privilege", finding.message() + "; " + finding.remedy());
                });
        assertThat(verify(token(in(ServiceType.FCDN, privileges(3600, 1, 2))), purpose)
                        .findings())
                .isEmpty();
    }

    @Test
    void namesTheUnknownServiceBehindWhichTheOneThatIsMeantMayStand() {
        Expectation join = Expectation.NONE.withPurpose(Purpose.JOIN);

        String unknown = services(1).u16(42).token();

        assertMissing("unknown service", verify(unknown, join));
        assertMissing(
                "rtm and unknown service",
                verify(services(2).u16(RTM, 0).text("alice").u16(42).token(), join));
        assertMissing("no service, to join", verify(token(), join));
        assertMissing("no service", verify(token(), Expectation.NONE));
        assertThat(verify(unknown, Expectation.NONE).findings())
                .noneMatch(finding -> finding.code() == FindingCode.MISSING_SERVICE);
    }

    @Test
    void namesPrivilegesOfOldBuildersOnlyInRtc() {
        assertThat(GrantedService.of(((Inspection.Readable) Inspection.of(rtc006())).content())
                        .get(0)
                        .label(5))
                .isEqualTo("publishAudioCdn");
        assertThat(GrantedService.of(((Inspection.Readable) Inspection.of(token(rtm("alice")))).content())
                        .get(0)
                        .label(5))
                .isEqualTo("privilege 5");
    }

    private static void assertMissing(String testCase, Verification verification) {
        Finding first = verification.findings().get(0);
        assertThat(first.severity()).isEqualTo(Severity.ERROR);
        assertThat(first.code()).isEqualTo(FindingCode.MISSING_SERVICE);
        ApprovedMessages.verify(testCase, first.message() + "; " + first.remedy());
    }

    private static List<FindingCode> errors(Expectation expected, ServiceContent... services) {
        return verify(token(services), expected).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::code)
                .toList();
    }

    private static ServiceContent in(ServiceType type, List<PrivilegeEntry> privileges) {
        return service(type, privileges, "testing", "1234");
    }

    private static List<PrivilegeEntry> both(List<PrivilegeEntry> some, List<PrivilegeEntry> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
