package dev.agoratoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tokens that were printed, read back. */
public final class PrintedTokenFixture {
    private PrintedTokenFixture() {}

    /** The content of the one token that the run printed, and nothing else. */
    public static TokenContent.V007 tokenOf(Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).matches("007[A-Za-z0-9+/=]+\\R");
        return read(outcome.out().strip());
    }

    /** The content of the token in the line that begins with that name. */
    public static TokenContent.V007 tokenOf(Outcome outcome, String name) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        String line = outcome.out()
                .lines()
                .filter(each -> each.startsWith(name + "="))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no line " + name));
        return read(line.substring(name.length() + 1));
    }

    public static TokenContent.V007 read(String token) {
        TokenCodec.DecodedToken decodedToken = TokenCodec.read(token);
        assertThat(decodedToken.isSignedBy(AppCertificate.of(CliFixture.CERTIFICATE)))
                .isTrue();
        assertThat(decodedToken.irregularities()).isEmpty();
        return (TokenContent.V007) decodedToken.content();
    }

    /** An RTC service for that channel and user with these privileges, all for as long. */
    public static ServiceContent rtc(String channel, String user, long seconds, int... privileges) {
        return new ServiceContent(
                ServiceType.RTC,
                IntStream.of(privileges).mapToObj(id -> entry(id, seconds)).toList(),
                texts(channel, user));
    }

    /** A service of that type with these privileges. */
    public static ServiceContent service(ServiceType type, List<PrivilegeEntry> privileges, String... texts) {
        return new ServiceContent(type, privileges, texts(texts));
    }

    public static ServiceContent rtmLogin(String userId, long seconds) {
        return service(ServiceType.RTM, List.of(entry(1, seconds)), userId);
    }

    public static PrivilegeEntry entry(int id, long seconds) {
        return new PrivilegeEntry(id, new PrivilegeExpiry.After(Duration.ofSeconds(seconds)));
    }

    private static List<FieldValue> texts(String... texts) {
        Stream<FieldValue> values = Arrays.stream(texts).map(FieldValue.Text::new);
        return values.toList();
    }
}
