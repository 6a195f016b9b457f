package dev.agoratoken.document;

import static dev.agoratoken.document.RequestFixture.errors;
import static dev.agoratoken.document.RequestFixture.errorsOf;
import static dev.agoratoken.document.RequestFixture.object;
import static dev.agoratoken.document.RequestFixture.refused;
import static dev.agoratoken.document.RequestFixture.request;
import static dev.agoratoken.document.RequestFixture.rtc;
import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.issuing.DefaultUserResolver;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.ServiceType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestDocumentTest {
    private static final Map<String, Object> RTC = rtc("uid", 1234);

    @Test
    void readsWhatIsAskedForBesidesTheServices() {
        Map<String, Object> document = request(
                List.of(rtc("uid", 1234, "role", "publisher"), object("type", "rtm", "userId", "1234")),
                "project",
                "clinic",
                "format",
                "007",
                "expiresIn",
                600);

        assertThat(TokenRequestDocument.read(document))
                .isEqualTo(new TokenRequest(
                        Optional.of(ProjectName.of("clinic")),
                        Optional.of(TokenFormat.V007),
                        Optional.of(Lifetime.ofSeconds(600)),
                        List.of(
                                Rtc.publisher(ChannelName.of("testing"), UserId.of(1234)),
                                Rtm.login(RtmUserId.of("1234")))));
    }

    @Test
    void leavesOpenWhatIsNotSaid() {
        assertThat(TokenRequestDocument.read(request(List.of(RTC))))
                .isEqualTo(
                        TokenRequest.forServices(List.of(Rtc.subscriber(ChannelName.of("testing"), UserId.of(1234)))));
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        Map<String, Object> document = request(
                List.of(
                        object("type", "rtc", "channel", "", "uid", 0),
                        object("type", "rtmm"),
                        object("type", "chat", "userId", "Alice", "privileges", object("user", 7200))),
                "project",
                "a b",
                "format",
                "008",
                "expiresIn",
                3600);

        assertThat(refused(document).errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "project",
                        "format",
                        "services[0].channel",
                        "services[0].uid",
                        "services[1].type",
                        "services[2].userId",
                        "services[2].privileges.user");
        assertThat(refused(document).code()).isEqualTo("invalid_value");
    }

    @Test
    void tellsFieldsThatDoNotExistFromValuesThatAreBad() {
        InvalidDocumentException refusal =
                refused(request(List.of(rtc("uid", 1, "chanel", "testing")), "expires_in", 3600, "exipresIn", 5));

        assertThat(refusal.code()).isEqualTo("unknown_field");
        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly("expires_in", "exipresIn", "services[0].chanel");
        verify("unknown fields", refusal.getMessage());
    }

    /** A second error would hide the suggestion, which is in the first. */
    @Test
    void reportsAMistypedNameOnce() {
        assertThat(errors(object("servces", List.of(RTC))))
                .singleElement()
                .asString()
                .startsWith("servces: ")
                .contains("did you mean services?");
        assertThat(errorsOf(object("type", "rtm", "userid", "alice")))
                .singleElement()
                .asString()
                .startsWith("services[0].userid: ")
                .contains("did you mean userId?");
        assertThat(errorsOf(object("type", "rtc", "channel", "a", "uid", 1, "privileges", object("joinChanel", "1h"))))
                .singleElement()
                .asString()
                .startsWith("services[0].privileges.joinChanel: ")
                .contains("did you mean joinChannel?");
    }

    @Test
    void listsOnlyTheFirstOfVeryManyErrors() {
        Map<String, Object> document = request(List.of(RTC));
        IntStream.range(0, 5000).forEach(i -> document.put("field" + i, 1));

        assertThat(errors(document)).hasSize(21).last().asString().startsWith("request: ");
        verify("too many errors", errors(document).get(20));
        assertThat(refused(document).getMessage()).hasSizeLessThan(5000);
    }

    @Test
    void refusesFieldsThatBelongToAnotherService() {
        assertThat(errorsOf(object("type", "rtm", "userId", "alice", "channel", "testing")))
                .singleElement()
                .asString()
                .startsWith("services[0].channel: ")
                .satisfies(message -> verify("field of another service", message));
    }

    @Test
    void showsStrangeFieldNamesSafely() {
        assertThat(errors(request(List.of(RTC), "a\nb", 1)))
                .singleElement()
                .asString()
                .startsWith("\"a<U+000A>b\": ");
    }

    static Stream<Arguments> badServices() {
        return Stream.of(
                refusal(rtc(), "services[0].uid"),
                refusal(rtc("uid", 1, "account", "alice"), "services[0].uid"),
                refusal(rtc("account", "alice", "anyUser", true), "services[0].account"),
                refusal(rtc("uid", 0), "services[0].uid"),
                refusal(rtc("uid", -1), "services[0].uid"),
                refusal(rtc("uid", 4294967296L), "services[0].uid"),
                refusal(rtc("uid", new BigInteger("9".repeat(30))), "services[0].uid"),
                refusal(rtc("uid", 1.0), "services[0].uid"),
                refusal(rtc("uid", "1234"), "services[0].uid"),
                refusal(rtc("account", 1234), "services[0].account"),
                refusal(rtc("anyUser", "yes"), "services[0].anyUser", "services[0].uid"),
                refusal(object("type", "rtc", "uid", 1), "services[0].channel"),
                refusal(rtc("uid", 1, "channel", "class-*"), "services[0].channel"),
                refusal(rtc("uid", 1, "role", "pubisher"), "services[0].role"),
                refusal(
                        rtc("uid", 1, "role", "publisher", "privileges", object("joinChannel", 60)),
                        "services[0].privileges"),
                refusal(rtc("uid", 1, "privileges", object("joinChanel", 60)), "services[0].privileges.joinChanel"),
                refusal(rtc("uid", 1, "privileges", object()), "services[0].privileges"),
                refusal(rtc("uid", 1, "privileges", List.of("joinChannel")), "services[0].privileges"),
                refusal(rtc("uid", 1, "privileges", object("joinChannel", null)), "services[0].privileges.joinChannel"),
                refusal(object("type", "streaming", "channel", "testing", "uid", 1), "services[0].privileges"),
                refusal(object("type", "rtm"), "services[0].userId"),
                refusal(object("type", "rtm", "userId", 1), "services[0].userId"),
                refusal(object("type", "chat"), "services[0].userId"),
                refusal(object("type", "chat", "app", true, "userId", "alice"), "services[0].app"),
                refusal(object("type", "chat", "app", true, "privileges", object("user", 60)), "services[0].app"),
                refusal(object("type", "apaas", "roomUuid", "room"), "services[0].userUuid", "services[0].role"),
                refusal(
                        object("type", "apaas", "role", 32768, "userUuid", "user"),
                        "services[0].roomUuid",
                        "services[0].role"),
                refusal(object("type", "apaas", "privileges", object("user", 60)), "services[0].userUuid"),
                refusal(object("type", "apaas", "userUuid", " u"), "services[0].userUuid"),
                refusal(
                        object("type", "rtm2", "userId", "a", "permissions", object("user", object("reed", "bob"))),
                        "services[0].permissions.user"),
                refusal(
                        object("type", "rtm2", "userId", "a", "permissions", object("users", object("reed", "bob"))),
                        "services[0].permissions.users.reed",
                        "services[0].permissions.users.reed"),
                refusal(
                        object(
                                "type",
                                "rtm2",
                                "userId",
                                "a",
                                "permissions",
                                object("users", object("read", List.of("bob", 7, "c*")))),
                        "services[0].permissions.users.read[1]",
                        "services[0].permissions.users.read[2]"),
                refusal(
                        object(
                                "type",
                                "rtm2",
                                "userId",
                                "a",
                                "permissions",
                                object("users", object("read", Collections.nCopies(257, "bob")))),
                        "services[0].permissions.users.read"),
                refusal(object("type", "convoai", "channel", "testing"), "services[0].channel"),
                refusal(object(), "services[0].type"),
                refusal(object("type", "education"), "services[0].type"));
    }

    @ParameterizedTest
    @MethodSource("badServices")
    void refusesServicesThatAreNotWhole(Map<String, Object> service, List<String> fields) {
        String shown = service.toString();

        assertThat(refused(request(List.of(service))).errors())
                .extracting(FieldError::field)
                .isEqualTo(fields);
        verify(shown.substring(0, Math.min(120, shown.length())), String.join("\n", errorsOf(service)));
    }

    static Stream<Object> badLifetimes() {
        return Stream.of(
                0,
                -1,
                86401,
                1795510800L,
                new BigInteger("1".repeat(40)),
                3600.0,
                new BigDecimal("1E+999999999"),
                Double.NaN,
                Double.POSITIVE_INFINITY,
                "3600",
                "1h",
                true,
                List.of(3600),
                object());
    }

    @ParameterizedTest
    @MethodSource("badLifetimes")
    void refusesLifetimesThatAreNotWholeSecondsOfADay(Object lifetime) {
        assertThat(errors(request(List.of(RTC), "expiresIn", lifetime)))
                .singleElement()
                .asString()
                .startsWith("expiresIn: ")
                .satisfies(message -> verify("expiresIn " + lifetime, message));
        assertThat(errorsOf(rtc("uid", 1, "privileges", object("joinChannel", lifetime))))
                .singleElement()
                .asString()
                .startsWith("services[0].privileges.joinChannel: ");
    }

    @Test
    void refusesPrivilegesThatOutliveTheToken() {
        assertThat(errors(request(List.of(rtc("uid", 1, "privileges", object("joinChannel", 601))), "expiresIn", 600)))
                .singleElement()
                .asString()
                .startsWith("services[0].privileges.joinChannel: ")
                .satisfies(message -> verify("privilege that outlives the token", message));
    }

    @Test
    void refusesTooManyServices() {
        assertThat(errors(request(Collections.nCopies(65, RTC))))
                .singleElement()
                .asString()
                .startsWith("services: ")
                .satisfies(message -> verify("65 services", message));
        assertThat(TokenRequestDocument.read(request(Collections.nCopies(64, RTC)))
                        .services())
                .hasSize(64);
    }

    @Test
    void refusesWhatFormat006CannotHold() {
        for (Object services : List.of(List.of(RTC, RTC), List.of(object("type", "fpa")))) {
            assertThat(errors(request((List<?>) services, "format", "006")))
                    .singleElement()
                    .asString()
                    .startsWith("services: ")
                    .satisfies(message -> verify("services that format 006 cannot hold", message));
        }
        assertThat(TokenRequestDocument.read(request(List.of(RTC), "format", "006"))
                        .format())
                .contains(TokenFormat.V006);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "empty", "text", "object", "items"})
    void refusesServicesThatAreNoList(String kind) {
        Map<String, Object> document = switch (kind) {
            case "none" -> object();
            case "empty" -> request(List.of());
            case "text" -> object("services", "rtc");
            case "object" -> object("services", RTC);
            default -> request(List.of("rtc"));
        };

        assertThat(errors(document))
                .singleElement()
                .asString()
                .startsWith("services")
                .satisfies(message -> verify("services: " + kind, message));
    }

    @Test
    void refusesDocumentsThatAreNoObject() {
        assertThat(errors(List.of(RTC)))
                .singleElement()
                .asString()
                .startsWith("request: ")
                .satisfies(message -> verify("a list", message));
        assertThat(errors(null))
                .singleElement()
                .asString()
                .startsWith("request: ")
                .satisfies(message -> verify("null", message));
    }

    @Test
    void takesTheUserWhoIsMeantWhereNoneIsNamed() {
        DefaultUserResolver alice = new DefaultUserResolver() {
            @Override
            public Optional<User> inChannel(ServiceType service, Channel channel) {
                return channel.value().equals("testing") ? Optional.of(UserId.of(7)) : Optional.empty();
            }

            @Override
            public Optional<String> userId(ServiceType service) {
                return service == ServiceType.APAAS ? Optional.of("*") : Optional.of("alice");
            }
        };
        Map<String, Object> chat = object("type", "chat");
        Map<String, Object> rtm = object("type", "rtm", "userId", "bob");

        assertThat(TokenRequestDocument.read(request(List.of(rtc(), chat, rtm)), alice)
                        .services())
                .containsExactly(
                        Rtc.subscriber(ChannelName.of("testing"), UserId.of(7)),
                        Chat.user(ChatUserId.of("alice")),
                        Rtm.login(RtmUserId.of("bob")));
    }

    @Test
    void refusesAUserWhoIsMeantAndCannotBeOneTogetherWithWhatElseIsWrong() {
        DefaultUserResolver slash = new DefaultUserResolver() {
            @Override
            public Optional<User> inChannel(ServiceType service, Channel channel) {
                return Optional.of(UserAccount.of("user/1"));
            }

            @Override
            public Optional<String> userId(ServiceType service) {
                return Optional.of("user/1");
            }
        };
        Map<String, Object> document =
                request(List.of(rtc("role", "pub"), object("type", "rtm"), object("type", "rtmm")));

        InvalidDocumentException refusal =
                catchThrowableOfType(InvalidDocumentException.class, () -> TokenRequestDocument.read(document, slash));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly("services[0].role", "services[0].account", "services[1].userId", "services[2].type");
        verify("default user that is not valid", refusal.getMessage());
    }

    private static Arguments refusal(Map<String, Object> service, String... fields) {
        return Arguments.of(service, List.of(fields));
    }
}
