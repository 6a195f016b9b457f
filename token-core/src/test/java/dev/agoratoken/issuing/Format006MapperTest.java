package dev.agoratoken.issuing;

import static dev.agoratoken.issuing.MintFixture.CERTIFICATE;
import static dev.agoratoken.issuing.MintFixture.NOW;
import static dev.agoratoken.issuing.MintFixture.mint;
import static dev.agoratoken.issuing.MintFixture.read;
import static dev.agoratoken.issuing.MintFixture.read006;
import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of format 006 as the mint makes them (docs/reference/token-format.md#format-006). */
class Format006MapperTest {
    private static final Lifetime HOUR = Lifetime.ofSeconds(3600);
    private static final ChannelName CHANNEL = ChannelName.of("testing");
    private static final UserId USER = UserId.of(1234);
    private static final RtmUserId RTM_USER = RtmUserId.of("1234");
    private static final long CRC32_OF_TESTING = 3908262406L;
    private static final long CRC32_OF_1234 = 2615402659L;

    @Test
    void writesAPublisher() {
        IssuedToken issued = mint006(Rtc.publisher(CHANNEL, USER));

        assertThat(issued.format()).isEqualTo(TokenFormat.V006);
        assertThat(issued.text()).startsWith("006" + MintFixture.APP_ID);
        assertThat(read006(issued).privileges()).isEqualTo(endingAt(3600, 1, 2, 3, 4));
        assertThat(read006(issued).channelCrc32()).isEqualTo(CRC32_OF_TESTING);
        assertThat(read006(issued).userCrc32()).isEqualTo(CRC32_OF_1234);
        assertThat(read(issued).isSignedBy(CERTIFICATE, "testing", "1234")).isTrue();
    }

    @Test
    void writesASubscriberWhoMayBeAnyone() {
        IssuedToken issued = mint006(Rtc.subscriber(CHANNEL, AnyUser.ANY_USER));

        assertThat(read006(issued).privileges()).isEqualTo(endingAt(3600, 1));
        assertThat(read006(issued).userCrc32()).isZero();
        assertThat(read(issued).isSignedBy(CERTIFICATE, "testing", "")).isTrue();
    }

    @Test
    void writesSignalingWithItsUserInPlaceOfTheChannel() {
        IssuedToken issued = mint006(Rtm.login(RTM_USER));

        assertThat(read006(issued).privileges()).isEqualTo(endingAt(3600, 1000));
        assertThat(read006(issued).channelCrc32()).isEqualTo(CRC32_OF_1234);
        assertThat(read006(issued).userCrc32()).isZero();
        assertThat(read(issued).isSignedBy(CERTIFICATE, "1234", "")).isTrue();
    }

    @Test
    void claims24HoursAsAWholeAndGivesThePrivilegesTheLifetime() {
        IssuedToken issued = mint006(Rtc.subscriber(CHANNEL, USER));

        assertThat(read006(issued).expiresAt()).isEqualTo(NOW.plusSeconds(86400));
        assertThat(issued.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void endsPrivilegesAtTheirOwnMoment() {
        PrivilegeExpiry tenMinutes = PrivilegeExpiry.after(Lifetime.ofSeconds(600));

        assertThat(read006(mint006(Rtc.withRole(Role.PUBLISHER, CHANNEL, USER, tenMinutes)))
                        .privileges())
                .isEqualTo(endingAt(600, 1, 2, 3, 4));
        assertThat(read006(mint006(Rtm.login(RTM_USER, tenMinutes))).privileges())
                .isEqualTo(endingAt(600, 1000));
    }

    /** The token as a whole claims 24 hours, so a privilege without an end would last that long. */
    @Test
    void endsPrivilegesWithoutAnEndOfTheirOwnWithTheLifetime() {
        PrivilegeExpiry none = PrivilegeExpiry.UNSET;

        assertThat(read006(mint006(Rtc.withRole(Role.SUBSCRIBER, CHANNEL, USER, none)))
                        .privileges())
                .isEqualTo(endingAt(3600, 1));
        assertThat(read006(mint006(Rtm.login(RTM_USER, none))).privileges()).isEqualTo(endingAt(3600, 1000));
    }

    static Stream<List<Service>> unspeakable() {
        Rtc rtc = Rtc.publisher(CHANNEL, USER);
        Rtm rtm = Rtm.login(RTM_USER);
        return Stream.of(List.of(rtc, rtm), List.of(rtc, rtc), List.of(Fpa.login()), List.of(Chat.app()));
    }

    @ParameterizedTest
    @MethodSource("unspeakable")
    void refusesAllButOneRtcOrRtmService(List<Service> services) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> mint().mint(services, HOUR, TokenFormat.V006))
                .returns("services", InvalidValueException::field)
                .satisfies(e -> verify("services that format 006 cannot hold", e.getMessage()));
    }

    static Stream<Arguments> patterns() {
        return Stream.of(
                Arguments.of(ChannelPattern.of("*"), USER),
                Arguments.of(CHANNEL, UserPattern.of("guest-*")),
                Arguments.of(ChannelPattern.of("a*"), UserPattern.of("*")));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void refusesWildcardPatterns(Channel channel, User user) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> mint006(Rtc.subscriber(channel, user)))
                .returns("format", InvalidValueException::field)
                .satisfies(e -> verify("wildcards in format 006", e.getMessage()));
    }

    private static IssuedToken mint006(Service service) {
        return mint().mint(List.of(service), HOUR, TokenFormat.V006);
    }

    private static List<PrivilegeEntry> endingAt(long seconds, int... ids) {
        PrivilegeExpiry expiry = new PrivilegeExpiry.At(NOW.plusSeconds(seconds));
        return IntStream.of(ids).mapToObj(id -> new PrivilegeEntry(id, expiry)).toList();
    }
}
