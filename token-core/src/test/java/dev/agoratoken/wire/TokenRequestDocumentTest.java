package dev.agoratoken.wire;

import static dev.agoratoken.wire.RequestFixture.complaints;
import static dev.agoratoken.wire.RequestFixture.complaintsAbout;
import static dev.agoratoken.wire.RequestFixture.object;
import static dev.agoratoken.wire.RequestFixture.refused;
import static dev.agoratoken.wire.RequestFixture.request;
import static dev.agoratoken.wire.RequestFixture.rtc;
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
                .containsExactly(
                        new FieldError(
                                "expires_in",
                                "a token request has no such field; did you mean expiresIn? There are project, format,"
                                        + " expiresIn, wildcards, services"),
                        new FieldError(
                                "exipresIn",
                                "a token request has no such field; did you mean expiresIn? There are project, format,"
                                        + " expiresIn, wildcards, services"),
                        new FieldError(
                                "services[0].chanel",
                                "a service of type rtc has no such field; did you mean channel? There are type, channel,"
                                        + " uid, account, anyUser, role, privileges"));
    }

    @Test
    void listsOnlyTheFirstOfVeryManyComplaints() {
        Map<String, Object> document = request(List.of(RTC));
        IntStream.range(0, 5000).forEach(i -> document.put("field" + i, 1));

        assertThat(complaints(document))
                .hasSize(21)
                .endsWith("request: there are 4980 more complaints; mend these first");
        assertThat(refused(document).getMessage()).hasSizeLessThan(5000);
    }

    @Test
    void refusesFieldsThatBelongToAnotherService() {
        assertThat(complaintsAbout(object("type", "rtm", "userId", "alice", "channel", "testing")))
                .containsExactly("services[0].channel: a service of type rtm has no such field; use type, userId,"
                        + " privileges");
    }

    @Test
    void showsStrangeFieldNamesSafely() {
        assertThat(complaints(request(List.of(RTC), "a\nb", 1)))
                .singleElement()
                .asString()
                .startsWith("\"a\\u000ab\": a token request has no such field");
    }

    static Stream<Arguments> badServices() {
        return Stream.of(
                refusal(rtc(), "services[0].uid: no user is given; give exactly one of uid, account and anyUser"),
                refusal(
                        rtc("uid", 1, "account", "alice"),
                        "services[0].uid: more than one user is given; give exactly one of uid, account and anyUser"),
                refusal(
                        rtc("account", "alice", "anyUser", true),
                        "services[0].account: more than one user is given; give exactly one of uid, account and anyUser"),
                refusal(
                        rtc("uid", 0),
                        "services[0].uid: 0 stands for any user; give 1 to 4294967295, or \"anyUser\": true"),
                refusal(rtc("uid", -1), uid("-1 is not in 1 to 4294967295")),
                refusal(rtc("uid", 4294967296L), uid("4294967296 is not in 1 to 4294967295")),
                refusal(rtc("uid", new BigInteger("9".repeat(30))), uid("9".repeat(30) + " is not in 1 to 4294967295")),
                refusal(rtc("uid", 1.0), uid("1.0 is no whole number")),
                refusal(rtc("uid", "1234"), uid("\"1234\" is no whole number")),
                refusal(rtc("account", 1234), "services[0].account: 1234 is no text; write a text in quotes"),
                refusal(
                        rtc("anyUser", "yes"),
                        "services[0].anyUser: \"yes\" is neither true nor false; write true, or" + " leave it out",
                        "services[0].uid: no user is given; give exactly one of uid, account and anyUser"),
                refusal(object("type", "rtc", "uid", 1), "services[0].channel: it is missing; name the channel"),
                refusal(
                        rtc("uid", 1, "channel", "class-*"),
                        "services[0].channel: \"class-*\" holds '*', which stands for any text; leave it out, or add"
                                + " \"wildcards\": true to the request"),
                refusal(
                        rtc("uid", 1, "role", "pubisher"),
                        "services[0].role: \"pubisher\" is no role; did you mean publisher? A role is publisher (or host,"
                                + " broadcaster) or subscriber (or audience, attendee)"),
                refusal(
                        rtc("uid", 1, "role", "publisher", "privileges", object("joinChannel", 60)),
                        "services[0].privileges: role says already which there are; give either role or privileges"),
                refusal(
                        rtc("uid", 1, "privileges", object("joinChanel", 60)),
                        "services[0].privileges.joinChanel: \"joinChanel\" is no privilege here; did you mean joinChannel?"
                                + " There are joinChannel, publishAudioStream, publishVideoStream, publishDataStream"),
                refusal(
                        rtc("uid", 1, "privileges", object()),
                        "services[0].privileges: there is none; name at least one of joinChannel, publishAudioStream,"
                                + " publishVideoStream, publishDataStream"),
                refusal(
                        rtc("uid", 1, "privileges", List.of("joinChannel")),
                        "services[0].privileges: a list is no object; write {\"joinChannel\":3600}"),
                refusal(
                        rtc("uid", 1, "privileges", object("joinChannel", null)),
                        "services[0].privileges.joinChannel: null is no whole number; give whole seconds from 1 to 86400"
                                + " (24 hours), a length of time and not a date"),
                refusal(
                        object("type", "streaming", "channel", "testing", "uid", 1),
                        "services[0].privileges: it is missing; name at least one of publishMixStream, publishRawStream"),
                refusal(object("type", "rtm"), "services[0].userId: it is missing; name the Signaling user"),
                refusal(object("type", "rtm", "userId", 1), "services[0].userId: 1 is no text; write a text in quotes"),
                refusal(
                        object("type", "chat"),
                        "services[0].userId: it is missing; name the Chat user, or add \"app\": true"),
                refusal(
                        object("type", "chat", "app", true, "userId", "alice"),
                        "services[0].app: a token for the app is for no user; leave out \"app\", or userId and the"
                                + " privilege user"),
                refusal(
                        object("type", "chat", "app", true, "privileges", object("user", 60)),
                        "services[0].app: a token for the app is for no user; leave out \"app\", or userId and the"
                                + " privilege user"),
                refusal(
                        object("type", "apaas", "roomUuid", "room"),
                        "services[0].userUuid: it is missing; name the user",
                        "services[0].role: it is missing; give the user's role in the room, 0 to 32767"),
                refusal(
                        object("type", "apaas", "role", 32768, "userUuid", "user"),
                        "services[0].roomUuid: it is missing; name the room",
                        "services[0].role: 32768 is not in 0 to 32767; give a number from 0 to 32767"),
                refusal(
                        object("type", "apaas", "privileges", object("user", 60)),
                        "services[0].userUuid: it is missing; name the user"),
                refusal(
                        object("type", "apaas", "userUuid", " u"),
                        "services[0].userUuid: \" u\" starts with a space; start with another character"),
                refusal(
                        object("type", "rtm2", "userId", "a", "permissions", object("user", object("reed", "bob"))),
                        "services[0].permissions.user: \"user\" is unknown here; did you mean users? There are"
                                + " messageChannels, streamChannels, groupChannels, serverGroups, users"),
                refusal(
                        object("type", "rtm2", "userId", "a", "permissions", object("users", object("reed", "bob"))),
                        "services[0].permissions.users.reed: \"bob\" is no list; write a list of names",
                        "services[0].permissions.users.reed: \"reed\" is unknown here; did you mean read? There are read,"
                                + " write"),
                refusal(
                        object(
                                "type",
                                "rtm2",
                                "userId",
                                "a",
                                "permissions",
                                object("users", object("read", List.of("bob", 7, "c*")))),
                        "services[0].permissions.users.read[1]: 7 is no text; write a text in quotes",
                        "services[0].permissions.users.read[2]: \"c*\" holds '*', which stands for any text; leave it out,"
                                + " or add \"wildcards\": true to the request"),
                refusal(
                        object(
                                "type",
                                "rtm2",
                                "userId",
                                "a",
                                "permissions",
                                object("users", object("read", Collections.nCopies(257, "bob")))),
                        "services[0].permissions.users.read: there are 257; give at most 256"),
                refusal(
                        object("type", "convoai", "channel", "testing"),
                        "services[0].channel: a service of type convoai has no such field; use type"),
                refusal(object(), "services[0].type: it is missing; name the service, such as rtc"),
                refusal(
                        object("type", "education"),
                        "services[0].type: \"education\" is no service; use rtc, rtm, streaming, fpa, chat, fcdn, apaas,"
                                + " rtm2, convoai, stt"));
    }

    @ParameterizedTest
    @MethodSource("badServices")
    void refusesServicesThatAreNotWhole(Map<String, Object> service, List<String> complaints) {
        assertThat(complaintsAbout(service)).isEqualTo(complaints);
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
        assertThat(complaints(request(List.of(RTC), "expiresIn", lifetime)))
                .singleElement()
                .asString()
                .matches("expiresIn: .* is (no whole number|not in 1 to 86400); give whole seconds from 1 to 86400 .*");
        assertThat(complaintsAbout(rtc("uid", 1, "privileges", object("joinChannel", lifetime))))
                .singleElement()
                .asString()
                .startsWith("services[0].privileges.joinChannel: ");
    }

    @Test
    void refusesPrivilegesThatOutliveTheToken() {
        assertThat(complaints(
                        request(List.of(rtc("uid", 1, "privileges", object("joinChannel", 601))), "expiresIn", 600)))
                .containsExactly(
                        "services[0].privileges.joinChannel: 601 seconds would outlive the token of 600 seconds;"
                                + " give at most 600");
    }

    @Test
    void refusesTooManyServices() {
        assertThat(complaints(request(Collections.nCopies(65, RTC))))
                .containsExactly("services: there are 65; give at most 64");
        assertThat(TokenRequestDocument.read(request(Collections.nCopies(64, RTC)))
                        .services())
                .hasSize(64);
    }

    @Test
    void refusesWhatFormat006CannotHold() {
        String complaint =
                "services: format 006 cannot hold these; ask for exactly one rtc or one rtm service, or for format 007";

        assertThat(complaints(request(List.of(RTC, RTC), "format", "006"))).containsExactly(complaint);
        assertThat(complaints(request(List.of(object("type", "fpa")), "format", "006")))
                .containsExactly(complaint);
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

        assertThat(complaints(document)).singleElement().asString().startsWith("services");
    }

    @Test
    void refusesDocumentsThatAreNoObject() {
        assertThat(complaints(List.of(RTC)))
                .containsExactly("request: a list is no object; send {\"services\":[{\"type\":\"rtc\",...}]}");
        assertThat(complaints(null)).singleElement().asString().startsWith("request: null is no object");
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
        assertThat(refusal.errors().get(1).message())
                .startsWith("none is given, and your login's user cannot be an account: \"user/1\" holds '/', which"
                        + " Agora does not allow; name a user that you may have");
        assertThat(refusal.errors().get(2).message())
                .startsWith("none is given, and your login's user cannot be one here: \"user/1\" holds '/'");
    }

    private static String uid(String problem) {
        return "services[0].uid: " + problem
                + "; give a number from 1 to 4294967295 without quotes, or \"account\" for a text";
    }

    private static Arguments refusal(Map<String, Object> service, String... complaints) {
        return Arguments.of(service, List.of(complaints));
    }
}
