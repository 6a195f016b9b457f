package dev.agoratoken.token;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.ServiceType;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoTextTest {
    static Stream<Arguments> readers() {
        return Map.<String, Function<String, ?>>ofEntries(
                        Map.entry("App ID", AppId::of),
                        Map.entry("certificate", AppCertificate::of),
                        Map.entry("channel", ChannelName::of),
                        Map.entry("channel pattern", ChannelPattern::of),
                        Map.entry("account", UserAccount::of),
                        Map.entry("account pattern", UserPattern::of),
                        Map.entry("uid", UserId::parse),
                        Map.entry("Signaling user", RtmUserId::of),
                        Map.entry("Chat user", ChatUserId::of),
                        Map.entry("uuid", ApaasUuid::of),
                        Map.entry("uuid of a user", ApaasUuid::ofUser),
                        Map.entry("permission", ResourceName::of),
                        Map.entry("permission pattern", ResourceName::matching),
                        Map.entry("lifetime", Lifetime::parse),
                        Map.entry("role", Role::fromLabel),
                        Map.entry("format", TokenFormat::fromPrefix),
                        Map.entry("service", ServiceType::fromLabel))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void isRefusedLikeAnyOtherBadText(String thing, Function<String, ?> reader) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> reader.apply(null));
    }
}
