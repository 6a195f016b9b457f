package dev.agoratoken.verify;

import static dev.agoratoken.verify.DiagnosisFixture.FIRST;
import static dev.agoratoken.verify.DiagnosisFixture.NOW;
import static dev.agoratoken.verify.DiagnosisFixture.SECOND;
import static dev.agoratoken.verify.DiagnosisFixture.STRANGE;
import static dev.agoratoken.verify.DiagnosisFixture.TESTING_1234;
import static dev.agoratoken.verify.DiagnosisFixture.apaas;
import static dev.agoratoken.verify.DiagnosisFixture.privileges;
import static dev.agoratoken.verify.DiagnosisFixture.rtc;
import static dev.agoratoken.verify.DiagnosisFixture.rtc006;
import static dev.agoratoken.verify.DiagnosisFixture.rtm;
import static dev.agoratoken.verify.DiagnosisFixture.rtm2;
import static dev.agoratoken.verify.DiagnosisFixture.service;
import static dev.agoratoken.verify.DiagnosisFixture.token;
import static dev.agoratoken.verify.DiagnosisFixture.token006;
import static dev.agoratoken.verify.expectation.ExpectedUser.ANYONE;
import static dev.agoratoken.verify.expectation.ExpectedUser.account;
import static dev.agoratoken.verify.expectation.ExpectedUser.number;
import static dev.agoratoken.verify.finding.FindingCode.*;
import static dev.agoratoken.verify.finding.Severity.ERROR;
import static dev.agoratoken.verify.finding.Severity.NOTE;
import static dev.agoratoken.verify.finding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.Projects;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code is produced by a token with that problem and not by a near miss, in both formats where possible. */
class FindingsTest {
    private static final Expectation OPEN = Expectation.NONE;
    private static final String GOOD = token(rtc("testing", "1234"));
    private static final String OTHER_APP = "A".repeat(32);

    static Stream<Case> cases() {
        return Stream.of(
                        text(),
                        irregularities(),
                        place(),
                        users(),
                        times(),
                        privilegeCases(),
                        causes(),
                        signatures(),
                        manyServices())
                .flatMap(List::stream);
    }

    private static List<Case> text() {
        String key001 = "a".repeat(40) + OTHER_APP + "1446455471" + "c".repeat(8);
        return List.of(
                new Case(NOT_A_TOKEN, ERROR, "hello", OPEN, GOOD, OPEN),
                new Case(UNSUPPORTED_FORMAT, ERROR, key001, OPEN, key001 + "1", OPEN),
                new Case(TRUNCATED, ERROR, GOOD.substring(0, 90), OPEN, GOOD, OPEN),
                new Case(TRUNCATED, ERROR, rtc006().substring(0, 90), OPEN, rtc006(), OPEN),
                new Case(
                        CORRUPT,
                        ERROR,
                        GOOD.substring(0, 80) + flipped(GOOD.charAt(80)) + GOOD.substring(81),
                        OPEN,
                        GOOD,
                        OPEN),
                new Case(CORRUPT, ERROR, rtc006().replaceFirst("IA", "JA"), OPEN, rtc006(), OPEN),
                new Case(NO_TOKEN, ERROR, "undefined", OPEN, GOOD, OPEN),
                new Case(CASE_LOST, ERROR, GOOD.toLowerCase(Locale.ROOT), OPEN, GOOD, OPEN),
                new Case(TEXT_ENCODED, ERROR, plus006().replace("+", "\\u002b"), OPEN, plus006(), OPEN),
                new Case(WHITESPACE, ERROR, " \"" + GOOD + "\"\n", OPEN, GOOD, OPEN),
                new Case(WHITESPACE, WARNING, GOOD + "\n", OPEN, GOOD, OPEN),
                new Case(TOKEN_EXTRACTED, NOTE, "Bearer " + rtc006(), OPEN, "\"" + rtc006() + "\"", OPEN),
                new Case(TRAILING_DATA, ERROR, GOOD + GOOD, OPEN, GOOD, OPEN),
                new Case(
                        APP_ID_WITH_SPACE,
                        ERROR,
                        rtc006().replaceFirst("IA", " IA"),
                        OPEN,
                        rtc006().replaceFirst("IA", "I A"),
                        OPEN),
                new Case(WHITESPACE, ERROR, GOOD.substring(0, 76) + "\r\n" + GOOD.substring(76), OPEN, GOOD, OPEN),
                new Case(PERCENT_ENCODED, ERROR, GOOD.replace("=", "%3D").replace("/", "%2f"), OPEN, GOOD, OPEN),
                new Case(PERCENT_ENCODED, ERROR, plus006().replace("+", "%252B"), OPEN, plus006(), OPEN),
                new Case(PLUS_BECAME_SPACE, ERROR, plus007().replace('+', ' '), OPEN, plus007(), OPEN),
                new Case(
                        PLUS_BECAME_SPACE,
                        ERROR,
                        plus006().replace('+', ' '),
                        OPEN,
                        plus006().replace("+", "+\n"),
                        OPEN),
                new Case(URL_SAFE_BASE64, ERROR, plus007().replace('+', '-').replace('/', '_'), OPEN, plus007(), OPEN),
                new Case(URL_SAFE_BASE64, ERROR, plus006().replace('+', '-').replace('/', '_'), OPEN, plus006(), OPEN),
                new Case(NON_CANONICAL, WARNING, padded().replace("=", ""), OPEN, padded(), OPEN),
                new Case(TOO_LONG_FOR_WEB_SDK, WARNING, many(250), OPEN, many(40), OPEN),
                new Case(FORMAT_006, NOTE, rtc006(), OPEN, GOOD, OPEN));
    }

    private static List<Case> causes() {
        Expectation login = OPEN.withUserId("alice").withPurpose(Purpose.RTM_LOGIN);
        Expectation room = OPEN.withChannel("room").withUserId("alice").withPurpose(Purpose.APAAS_ROOM_USER);
        String md5 = "6384e2b2184bcbf58eccf10ca7a6563c";
        Instant cut = Instant.ofEpochSecond(NOW.getEpochSecond() * 1000 & 0xFFFF_FFFFL);
        String good006 = token006("testing", "1234", 1);
        String twice = TokenRecipe.token("007 app=CERT age=204476460 rtc:testing,1234");
        String swapped = TokenRecipe.token("007 app=CERT cert=appid age=204476460 rtc:testing,1234");
        return List.of(
                new Case(CERTIFICATE_AS_APP_ID, ERROR, swapped, OPEN, GOOD, OPEN),
                new Case(CERTIFICATE_AS_APP_ID, ERROR, twice, OPEN, GOOD, OPEN),
                new Case(
                        CHANNEL_AND_USER_SWAPPED,
                        ERROR,
                        token(rtc("1234", "testing")),
                        TESTING_1234,
                        GOOD,
                        TESTING_1234),
                new Case(
                        USER_IN_WRONG_FIELD,
                        ERROR,
                        token006("room1", "alice", 1000),
                        login,
                        token006("alice", "", 1000),
                        login),
                new Case(NAME_UNDEFINED, ERROR, token(rtc("testing", "undefined")), TESTING_1234, GOOD, TESTING_1234),
                new Case(CLASSROOM_CHAT_USER, ERROR, classroom("System.Byte[]"), room, classroom(md5), room),
                new Case(
                        TIME_UNIT_MISMATCH,
                        ERROR,
                        token006(NOW.plusSeconds(86_340), cut, FIRST, "testing", "1234", 1),
                        TESTING_1234,
                        good006,
                        TESTING_1234),
                new Case(USER_NOT_GIVEN, WARNING, GOOD, OPEN.withChannel("testing"), GOOD, TESTING_1234),
                new Case(CHANNEL_NOT_GIVEN, WARNING, GOOD, OPEN.withUser(number(1234)), GOOD, TESTING_1234));
    }

    private static String classroom(String chatUser) {
        return token(rtm("alice"), service(ServiceType.CHAT, privileges(3600, 1), chatUser), apaas("room", "alice", 1));
    }

    private static List<Case> irregularities() {
        int stt = ServiceType.STT.id();
        int convoAi = ServiceType.CONVO_AI.id();
        String regular = RawFixture.services(2).u16(convoAi, 0, stt, 0).token();
        String trailing = RawFixture.services(2).u16(convoAi, 0, stt, 0).u16(7).token();
        String descending = RawFixture.services(2).u16(stt, 0, convoAi, 0).token();
        String unknown = RawFixture.services(2).u16(stt, 0, 42).token();
        String twice = RawFixture.services(1)
                .u16(RawFixture.FPA, 2, 1, 3600, 0, 1, 3600, 0)
                .token();
        return List.of(
                new Case(TRAILING_DATA, WARNING, trailing, OPEN, regular, OPEN),
                new Case(UNORDERED, NOTE, descending, OPEN, regular, OPEN),
                new Case(UNKNOWN_SERVICE, WARNING, unknown, OPEN, regular, OPEN),
                new Case(DUPLICATE_PRIVILEGE, WARNING, twice, OPEN, regular, OPEN),
                new Case(DUPLICATE_PRIVILEGE, WARNING, RawFixture.token006(1, 1), OPEN, regular, OPEN),
                new Case(APP_ID_UNKNOWN, WARNING, regular, OPEN, GOOD, OPEN));
    }

    private static List<Case> place() {
        Expectation login = OPEN.withUserId("alice").withPurpose(Purpose.RTM_LOGIN);
        return List.of(
                new Case(
                        APP_ID_MISMATCH,
                        ERROR,
                        GOOD,
                        OPEN.withAppId(AppId.of(OTHER_APP)),
                        GOOD,
                        OPEN.withAppId(DiagnosisFixture.APP_ID)),
                new Case(
                        APP_ID_MISMATCH,
                        ERROR,
                        rtc006(),
                        OPEN.withAppId(AppId.of(DiagnosisFixture.APP_ID.value().toLowerCase(Locale.ROOT))),
                        rtc006(),
                        OPEN.withAppId(DiagnosisFixture.APP_ID)),
                new Case(MISSING_SERVICE, ERROR, GOOD, login, token(rtc("testing", "1234"), rtm("alice")), login),
                new Case(MISSING_SERVICE, ERROR, token(rtm("alice")), TESTING_1234, GOOD, TESTING_1234),
                new Case(MISSING_SERVICE, ERROR, token(), OPEN, token(service(ServiceType.STT, List.of())), OPEN),
                new Case(MISSING_SERVICE, ERROR, rtc006(), login, token006("alice", "", 1000), login),
                new Case(MISSING_SERVICE, ERROR, token006("1234", "", 1000), TESTING_1234, rtc006(), TESTING_1234),
                new Case(
                        MISSING_SERVICE,
                        WARNING,
                        GOOD,
                        OPEN.withPurpose(Purpose.CONVO_AI),
                        token(rtc("testing", "1234"), service(ServiceType.CONVO_AI, List.of())),
                        OPEN.withPurpose(Purpose.CONVO_AI)),
                new Case(
                        CHANNEL_MISMATCH,
                        ERROR,
                        GOOD,
                        OPEN.withChannel("Testing"),
                        token(rtc("other", "1"), rtc("testing", "1")),
                        OPEN.withChannel("testing")),
                new Case(
                        CHANNEL_MISMATCH,
                        ERROR,
                        rtc006(),
                        OPEN.withChannel("testing "),
                        rtc006(),
                        OPEN.withChannel("testing")),
                new Case(WILDCARD, WARNING, token(rtc("test*", "1234")), TESTING_1234, GOOD, TESTING_1234),
                new Case(WILDCARD, WARNING, token(reading("a*")), OPEN, token(reading("a")), OPEN),
                new Case(WILDCARD, WARNING, token(reading("*")), OPEN, token(reading("a")), OPEN),
                new Case(WILDCARD, WARNING, token006("", "1234", 1), TESTING_1234, rtc006(), TESTING_1234),
                new Case(NAME_NOT_ALLOWED, ERROR, token(rtc("a/b", "1234")), OPEN, token(rtc("a:b", "1234")), OPEN),
                new Case(NAME_NOT_ALLOWED, ERROR, token(rtm("x".repeat(65))), OPEN, token(rtm("x".repeat(64))), OPEN),
                new Case(
                        NAME_NOT_ALLOWED,
                        ERROR,
                        token006("a/b", "1234", 1),
                        OPEN.withChannel("a/b").withUser(number(1234)),
                        token006("a:b", "1234", 1),
                        OPEN.withChannel("a:b").withUser(number(1234))));
    }

    private static List<Case> users() {
        Expectation zero = OPEN.withChannel("testing").withUser(number(0));
        Expectation account = OPEN.withChannel("testing").withUser(account("1234"));
        ServiceContent classroomChat =
                service(ServiceType.CHAT, privileges(3600, 1), "00a65dd47e842bcc3d82a296301071fb");
        return List.of(
                new Case(USER_MISMATCH, ERROR, GOOD, OPEN.withUser(number(1235)), GOOD, OPEN.withUser(number(1234))),
                new Case(
                        USER_MISMATCH,
                        ERROR,
                        GOOD,
                        OPEN.withUser(ANYONE),
                        token(rtc("testing", "")),
                        OPEN.withUser(ANYONE)),
                new Case(
                        USER_MISMATCH,
                        ERROR,
                        rtc006(),
                        OPEN.withUser(number(1235)),
                        rtc006(),
                        OPEN.withUser(number(1234))),
                new Case(
                        USER_MISMATCH,
                        ERROR,
                        token(rtm("alice")),
                        OPEN.withUserId("Alice"),
                        token(rtm("alice")),
                        OPEN.withUserId("alice")),
                new Case(
                        USER_MISMATCH,
                        ERROR,
                        token(rtm("")),
                        OPEN.withUserId("alice"),
                        token(rtm("alice")),
                        OPEN.withUserId("alice")),
                new Case(NUMBER_FOR_ACCOUNT, ERROR, token(rtc("testing", "alice")), TESTING_1234, GOOD, TESTING_1234),
                new Case(
                        USER_MISMATCH,
                        ERROR,
                        token(rtc("testing", "-1412626023")),
                        OPEN.withUser(number(2882341273L)),
                        token(rtc("testing", "2882341273")),
                        OPEN.withUser(number(2882341273L))),
                new Case(
                        USER_MISMATCH,
                        ERROR,
                        token(classroomChat),
                        OPEN.withUserId("user23").withPurpose(Purpose.CHAT_USER),
                        token(classroomChat, apaas("room", "user23", 1)),
                        OPEN.withUserId("user23").withPurpose(Purpose.CHAT_USER)),
                new Case(NAME_MISFORMATTED, ERROR, token(rtc("testing", "01234")), TESTING_1234, GOOD, TESTING_1234),
                new Case(
                        ACCOUNT_FOR_NUMBER,
                        ERROR,
                        GOOD,
                        OPEN.withUser(account("alice")),
                        token(rtc("testing", "alice")),
                        OPEN.withUser(account("alice"))),
                new Case(ACCOUNT_FOR_NUMBER, NOTE, GOOD, account, GOOD, TESTING_1234),
                new Case(ACCOUNT_FOR_NUMBER, NOTE, rtc006(), account, rtc006(), TESTING_1234),
                new Case(
                        LITERAL_ZERO_ACCOUNT, ERROR, token(rtc("testing", "0")), zero, token(rtc("testing", "")), zero),
                new Case(
                        LITERAL_ZERO_ACCOUNT,
                        ERROR,
                        token006("testing", "0", 1),
                        zero,
                        token006("testing", "", 1),
                        zero),
                new Case(
                        LITERAL_ZERO_ACCOUNT,
                        WARNING,
                        token(rtc("testing", "0")),
                        OPEN,
                        token(rtc("testing", "00")),
                        OPEN),
                new Case(
                        LITERAL_ZERO_ACCOUNT,
                        NOTE,
                        token(rtc("testing", "0")),
                        OPEN.withUser(account("0")),
                        token(rtc("testing", "")),
                        OPEN.withUser(account("0"))),
                new Case(ANY_USER, NOTE, token(rtc("testing", "")), TESTING_1234, GOOD, TESTING_1234),
                new Case(ANY_USER, NOTE, token006("testing", "", 1), TESTING_1234, rtc006(), TESTING_1234),
                new Case(
                        NAMES_UNSIGNED_IN_006,
                        ERROR,
                        token006("room1", "23", 1),
                        OPEN.withChannel("room12").withUser(number(3)),
                        token006("room1", "23", 1),
                        OPEN.withChannel("room1").withUser(number(24))),
                new Case(NAMES_UNSIGNED_IN_006, NOTE, rtc006(), TESTING_1234, GOOD, TESTING_1234));
    }

    private static List<Case> times() {
        Expectation join = TESTING_1234.withPurpose(Purpose.JOIN);
        Expectation publish = TESTING_1234.withPurpose(Purpose.PUBLISH_AUDIO);
        String publishingForAnHour = token006(
                NOW.plusSeconds(60),
                FIRST,
                "testing",
                "1234",
                new PrivilegeEntry(1, new PrivilegeExpiry.At(NOW.plusSeconds(60))),
                new PrivilegeEntry(2, new PrivilegeExpiry.At(Instant.ofEpochSecond(3600))));
        return List.of(
                new Case(EXPIRED, ERROR, aged(3600), OPEN, aged(3599), OPEN),
                new Case(
                        EXPIRED,
                        ERROR,
                        token(86_400, 90_000, FIRST, rtc("testing", "1", 0, 1)),
                        OPEN,
                        token(86_399, 90_000, FIRST, rtc("testing", "1", 0, 1)),
                        OPEN),
                new Case(EXPIRED, ERROR, ending006(0), OPEN, ending006(1), OPEN),
                new Case(ISSUED_IN_FUTURE, ERROR, aged(-31), OPEN, aged(-30), OPEN),
                new Case(ISSUED_IN_FUTURE, WARNING, aged(-1), OPEN, aged(0), OPEN),
                new Case(ISSUED_IN_FUTURE, ERROR, ending006(86_431), OPEN, ending006(86_430), OPEN),
                new Case(ISSUED_IN_FUTURE, WARNING, ending006(86_401), OPEN, ending006(86_400), OPEN),
                new Case(LIFETIME_OVER_24H, WARNING, lasting(86_401), OPEN, lasting(86_400), OPEN),
                new Case(LIFETIME_OVER_24H, WARNING, ending006(7 * 86_400), OPEN, ending006(86_400), OPEN),
                new Case(
                        LIFETIME_LOOKS_ABSOLUTE,
                        WARNING,
                        lasting(NOW.getEpochSecond() + 3600),
                        OPEN,
                        lasting(999_999_999),
                        OPEN),
                new Case(
                        LIFETIME_LOOKS_ABSOLUTE,
                        WARNING,
                        token(rtc("testing", "1", NOW.getEpochSecond(), 1)),
                        OPEN,
                        GOOD,
                        OPEN),
                new Case(
                        LIFETIME_LOOKS_RELATIVE,
                        ERROR,
                        token006(Instant.ofEpochSecond(3600), NOW, FIRST, "testing", "1", 1),
                        OPEN,
                        rtc006(),
                        OPEN),
                new Case(
                        LIFETIME_LOOKS_RELATIVE,
                        ERROR,
                        token006(NOW.plusSeconds(60), Instant.ofEpochSecond(3600), FIRST, "testing", "1", 1),
                        OPEN,
                        ending006(60),
                        OPEN),
                new Case(LIFETIME_LOOKS_RELATIVE, WARNING, publishingForAnHour, join, publishingForAnHour, publish),
                new Case(LIFETIME_LOOKS_RELATIVE, ERROR, publishingForAnHour, publish, publishingForAnHour, join),
                new Case(LIFETIME_ZERO, ERROR, lasting(0), OPEN, lasting(61), OPEN),
                new Case(
                        LIFETIME_ZERO,
                        ERROR,
                        token006(Instant.EPOCH, NOW, FIRST, "testing", "1", 1),
                        OPEN,
                        ending006(1),
                        OPEN));
    }

    private static List<Case> privilegeCases() {
        Expectation publish = TESTING_1234.withPurpose(Purpose.PUBLISH);
        Expectation join = TESTING_1234.withPurpose(Purpose.JOIN);
        String listener = token(rtc("testing", "1234", 3600, 1));
        ServiceContent publishingEnded = service(
                ServiceType.RTC,
                Stream.concat(privileges(3600, 1).stream(), privileges(60, 2).stream())
                        .toList(),
                "testing",
                "1234");
        ServiceContent bareChat = service(ServiceType.CHAT, List.of(), "alice");
        ServiceContent chat = service(ServiceType.CHAT, privileges(3600, 1), "alice");
        return List.of(
                new Case(MISSING_PRIVILEGE, ERROR, listener, publish, listener, join),
                new Case(MISSING_PRIVILEGE, ERROR, token006("testing", "1234", 1), publish, rtc006(), publish),
                new Case(MISSING_PRIVILEGE, ERROR, token(rtc("testing", "1234", 3600, 2, 3, 4)), OPEN, GOOD, OPEN),
                new Case(
                        MISSING_PRIVILEGE,
                        WARNING,
                        token(service(ServiceType.STREAMING, List.of(), "testing", "1234")),
                        OPEN,
                        token(service(ServiceType.STREAMING, privileges(3600, 2), "testing", "1234")),
                        OPEN),
                new Case(
                        MISSING_PRIVILEGE,
                        WARNING,
                        token(apaas("room", "alice")),
                        OPEN,
                        token(apaas("room", "alice", 1)),
                        OPEN),
                new Case(PUBLISH_NOT_ENFORCED, NOTE, listener, join, GOOD, join),
                new Case(PUBLISH_NOT_ENFORCED, NOTE, token006("testing", "1234", 1), join, rtc006(), join),
                new Case(
                        PRIVILEGE_EXPIRED,
                        ERROR,
                        token(rtc("testing", "1234", 60, 1)),
                        OPEN,
                        token(rtc("testing", "1234", 61, 1)),
                        OPEN),
                new Case(
                        PRIVILEGE_EXPIRED,
                        ERROR,
                        token006(NOW.plusSeconds(60), NOW, FIRST, "testing", "1234", 1),
                        OPEN,
                        token006(NOW.plusSeconds(60), NOW.plusSeconds(1), FIRST, "testing", "1234", 1),
                        OPEN),
                new Case(
                        PRIVILEGE_EXPIRED,
                        ERROR,
                        token(service(ServiceType.CHAT, privileges(60, 1), "alice")),
                        OPEN,
                        token(service(ServiceType.CHAT, privileges(61, 1), "alice")),
                        OPEN),
                new Case(PRIVILEGE_EXPIRED, WARNING, token(publishingEnded), OPEN, GOOD, OPEN),
                new Case(
                        PRIVILEGE_OUTLIVES_TOKEN,
                        WARNING,
                        token(rtc("testing", "1", 3601, 1)),
                        OPEN,
                        token(rtc("testing", "1", 3600, 1)),
                        OPEN),
                new Case(
                        PRIVILEGE_OUTLIVES_TOKEN,
                        WARNING,
                        token006(NOW.plusSeconds(60), NOW.plusSeconds(61), FIRST, "testing", "1", 1),
                        OPEN,
                        token006(NOW.plusSeconds(60), NOW.plusSeconds(60), FIRST, "testing", "1", 1),
                        OPEN),
                new Case(
                        TOKEN_OUTLIVES_PRIVILEGE,
                        NOTE,
                        token(rtc("testing", "1", 3599, 1)),
                        OPEN,
                        token(rtc("testing", "1", 0, 1)),
                        OPEN),
                new Case(CHAT_WITHOUT_PRIVILEGE, WARNING, token(bareChat), OPEN, token(chat), OPEN),
                new Case(
                        CHAT_WITHOUT_PRIVILEGE,
                        ERROR,
                        token(bareChat),
                        OPEN.withPurpose(Purpose.CHAT_USER),
                        token(chat),
                        OPEN.withPurpose(Purpose.CHAT_USER)));
    }

    private static List<Case> signatures() {
        String strange = token(60, 3600, STRANGE, rtc("testing", "1234"));
        String strange006 = token006(NOW.plusSeconds(60), NOW.plusSeconds(60), STRANGE, "testing", "1234", 1);
        return List.of(
                new Case(SIGNATURE_MISMATCH, ERROR, strange, OPEN, GOOD, OPEN),
                new Case(SIGNATURE_MISMATCH, ERROR, strange006, TESTING_1234, rtc006(), TESTING_1234),
                new Case(SIGNATURE_UNCHECKED, WARNING, rtc006(), OPEN, rtc006(), TESTING_1234),
                new Case(SIGNED_BY_SECONDARY, NOTE, token(60, 3600, SECOND, rtc("testing", "1234")), OPEN, GOOD, OPEN),
                new Case(
                        SIGNED_BY_SECONDARY,
                        NOTE,
                        token006(NOW.plusSeconds(60), NOW.plusSeconds(60), SECOND, "testing", "1234", 1),
                        TESTING_1234,
                        rtc006(),
                        TESTING_1234));
    }

    /** The same problem in several services is one finding. */
    private static List<Case> manyServices() {
        String good = token(rtc("testing", "1234"), rtm("1234"));
        String elsewhere = token(rtc("a", "1234"), rtc("b", "1234"), rtm("1234"));
        String others = token(rtm("alice"), rtm("bob"), service(ServiceType.CHAT, privileges(3600, 1), "alice"));
        String ended = token(rtc("a", "1", 60, 1), rtc("b", "1", 60, 1), rtm("alice"));
        String bare = token(rtc("a", "1", 3600, 2), rtc("b", "1", 3600, 2), service(ServiceType.RTM, List.of(), "a"));
        return List.of(
                new Case(CHANNEL_MISMATCH, ERROR, elsewhere, TESTING_1234, good, TESTING_1234),
                new Case(USER_MISMATCH, ERROR, others, OPEN.withUserId("carol"), others, OPEN.withUserId("bob")),
                new Case(NAME_NOT_ALLOWED, ERROR, token(rtc("a/b", "x/y"), rtm("c/d")), OPEN, good, OPEN),
                new Case(PRIVILEGE_EXPIRED, ERROR, ended, OPEN, good, OPEN),
                new Case(MISSING_PRIVILEGE, ERROR, bare, OPEN, good, OPEN),
                new Case(
                        EXPIRED,
                        ERROR,
                        token(3600, 3600, FIRST, rtc("testing", "1234"), rtm("1234")),
                        OPEN,
                        token(3599, 3600, FIRST, rtc("testing", "1234"), rtm("1234")),
                        OPEN));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheFaultAndNotTheNearMiss(Case given) {
        assertThat(DiagnosisFixture.verify(given.text, given.expected).findings())
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(given.code);
                    assertThat(finding.severity()).isEqualTo(given.severity);
                })
                .allSatisfy(finding -> {
                    assertThat(finding.message()).isNotBlank().doesNotEndWith(".");
                    assertThat(finding.remedy()).isNotBlank().doesNotEndWith(".");
                });
        assertThat(DiagnosisFixture.verify(given.nearMiss, given.expectedThen).findings())
                .noneMatch(finding -> finding.code() == given.code && finding.severity() == given.severity);
    }

    @Test
    void wordsEveryFindingAsApproved() {
        Map<FindingCode, Integer> numbers = new EnumMap<>(FindingCode.class);
        cases().forEach(given -> {
            Finding finding = DiagnosisFixture.verify(given.text, given.expected).findings().stream()
                    .filter(found -> found.code() == given.code)
                    .findFirst()
                    .orElseThrow();
            int number = numbers.merge(given.code, 1, Integer::sum);
            ApprovedMessages.verify(
                    given.code.label() + " " + number + ", " + given.severity.label(),
                    finding.message() + "; " + finding.remedy());
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void callsATokenSignedOnlyIfACertificateOfItsAppIdSignedIt(Case given) {
        Verification verification = DiagnosisFixture.verify(given.text, given.expected);

        if (verification.inspection() instanceof Inspection.Unreadable
                || verification.findings().stream().anyMatch(FindingsTest::isAboutTheSignature)) {
            assertThat(verification.signed()).isFalse();
        } else if (given.text.startsWith("007")) {
            assertThat(verification.signed()).isTrue();
        }
    }

    private static boolean isAboutTheSignature(Finding finding) {
        return switch (finding.code()) {
            case SIGNATURE_MISMATCH, SIGNATURE_UNCHECKED, APP_ID_UNKNOWN, CERTIFICATE_AS_APP_ID -> true;
            case NAMES_UNSIGNED_IN_006 -> finding.severity() == ERROR;
            default -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasOneErrorForOneCause(Case given) {
        List<Finding> errors = DiagnosisFixture.verify(given.text, given.expected).findings().stream()
                .filter(finding -> finding.severity() == ERROR)
                .toList();

        assertThat(errors)
                .extracting(Finding::code)
                .containsExactlyElementsOf(given.severity == ERROR ? List.of(given.code) : List.of());
    }

    @Test
    void saysWhatTwoNamesHaveInCommon() {
        String signed = token(rtc("testing", "-1412626023"));
        String classroom = token(service(ServiceType.CHAT, privileges(3600, 1), "00a65dd47e842bcc3d82a296301071fb"));

        assertWorded("signed number", USER_MISMATCH, first(signed, OPEN.withUser(number(2882341273L))));
        assertWorded(
                "classroom user",
                USER_MISMATCH,
                first(classroom, OPEN.withUserId("user23").withPurpose(Purpose.CHAT_USER)));
        assertWorded("space after the channel", CHANNEL_MISMATCH, first(GOOD, OPEN.withChannel("testing ")));
        assertWorded("case of the channel", CHANNEL_MISMATCH, first(GOOD, OPEN.withChannel("Testing")));
    }

    @Test
    void advisesARoleOnlyWhereOneWritesThePrivilege() {
        String listener = token(rtc("testing", "1234", 3600, 1));
        String none = token(service(ServiceType.RTM, List.of(), "alice"));
        String app = token(service(ServiceType.CHAT, privileges(3600, 2), "alice"));

        assertWorded("publisher", MISSING_PRIVILEGE, first(listener, TESTING_1234.withPurpose(Purpose.PUBLISH)));
        assertWorded("login", MISSING_PRIVILEGE, first(none, OPEN));
        assertWorded("Chat user", MISSING_PRIVILEGE, first(app, OPEN.withPurpose(Purpose.CHAT_USER)));
    }

    private static void assertWorded(String testCase, FindingCode code, Finding finding) {
        assertThat(finding.code()).isEqualTo(code);
        ApprovedMessages.verify(testCase, finding.message() + "; " + finding.remedy());
    }

    private static Finding first(String token, Expectation expected) {
        return DiagnosisFixture.verify(token, expected).findings().get(0);
    }

    @Test
    void leavesNoCodeOut() {
        assertThat(Stream.concat(cases().map(Case::code), Stream.of(DEMO_PROJECT))
                        .distinct())
                .containsExactlyInAnyOrder(FindingCode.values());
    }

    @Test
    void saysOfATokenOfADemoProjectThatAgoraDoesNotKnowIt() {
        Verifier demo = Verifier.ofDemo(Projects.of(List.of(DiagnosisFixture.PROJECT)), InstantSource.fixed(NOW));
        Verification good = demo.verify(VerificationRequest.of(GOOD).expecting(TESTING_1234));
        Verification strange = demo.verify(VerificationRequest.of(token(60, 3600, STRANGE, rtc("testing", "1234"))));

        assertThat(good.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(good.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(DEMO_PROJECT);
            assertThat(finding.severity()).isEqualTo(WARNING);
            assertThat(finding.message()).contains(DiagnosisFixture.APP_ID.value());
        });
        assertThat(strange.findings()).extracting(Finding::code).doesNotContain(DEMO_PROJECT);
    }

    @Test
    void acceptsTheLongestTokenOfTheWebSdk() {
        String longest = token(rtm("x".repeat(1428)));

        assertThat(longest).hasSize(2047);
        assertThat(DiagnosisFixture.verify(longest, OPEN).findings())
                .extracting(Finding::code)
                .doesNotContain(TOO_LONG_FOR_WEB_SDK);
    }

    private static ServiceContent reading(String channel) {
        return rtm2("alice", privileges(3600, 1), new PermissionEntry(0, 0, List.of("b", channel)));
    }

    private static String aged(long age) {
        return token(age, 3600, FIRST, rtc("testing", "1234"));
    }

    private static String lasting(long lifetime) {
        return token(60, lifetime, FIRST, rtc("testing", "1234", 0, 1));
    }

    private static String ending006(long seconds) {
        return token006(
                NOW.plusSeconds(seconds), NOW.plusSeconds(Math.min(seconds, 3600)), FIRST, "testing", "1234", 1);
    }

    private static String plus007() {
        return Stream.iterate(1, i -> i + 1)
                .limit(500)
                .map(i -> token(rtc("testing", Integer.toString(i))))
                .filter(text -> text.contains("+") && text.contains("/"))
                .findFirst()
                .orElseThrow();
    }

    private static String plus006() {
        return Stream.iterate(1, i -> i + 1)
                .limit(500)
                .map(i -> token006("testing", Integer.toString(i), 1))
                .filter(text -> text.contains("+") && text.contains("/"))
                .findFirst()
                .orElseThrow();
    }

    private static String padded() {
        return Stream.of("a", "ab", "abc")
                .map(user -> token(rtc("testing", user)))
                .filter(text -> text.endsWith("="))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a token with names that do not compress. */
    private static String many(int services) {
        return token(IntStream.range(0, services)
                .mapToObj(i -> rtm(Integer.toHexString(i * 0x9E37_79B9) + Integer.toHexString(i * 0x85EB_CA6B) + "."))
                .toArray(ServiceContent[]::new));
    }

    private static char flipped(char c) {
        return c == 'A' ? 'B' : 'A';
    }

    private record Case(
            FindingCode code,
            Severity severity,
            String text,
            Expectation expected,
            String nearMiss,
            Expectation expectedThen) {}
}
