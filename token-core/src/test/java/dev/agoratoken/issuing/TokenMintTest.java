package dev.agoratoken.issuing;

import static dev.agoratoken.issuing.MintFixture.CERTIFICATE;
import static dev.agoratoken.issuing.MintFixture.NOW;
import static dev.agoratoken.issuing.MintFixture.PROJECT;
import static dev.agoratoken.issuing.MintFixture.described;
import static dev.agoratoken.issuing.MintFixture.mint;
import static dev.agoratoken.issuing.MintFixture.read;
import static dev.agoratoken.issuing.MintFixture.read007;
import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenMintTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ChannelName CHANNEL = ChannelName.of("testing");
    private static final UserId USER = UserId.of(1234);
    private static final Rtc RTC = Rtc.publisher(CHANNEL, USER);
    private static final Rtm RTM = Rtm.login(RtmUserId.of("ann"));

    /** The worked example of docs/reference/token-format.md#format-007. */
    @Test
    void signsAsAgorasOwnImplementationsDo() {
        Rtc rtc = Rtc.subscriber(ChannelName.of("7d72365eb983485397e3e3f9d460bdda"), UserId.of(2882341273L));

        assertThat(read(mint().mint(rtc, Duration.ofSeconds(600))).signatureHex())
                .isEqualTo("16a0b84c5a5e82cbf74fb813d09f59c54bdac9c06120580539ac97578e958b1a");
    }

    @Test
    void saysWhatItMade() {
        IssuedToken issued = mint().mint(RTC, HOUR);

        assertThat(issued)
                .isEqualTo(new IssuedToken(
                        issued.token(),
                        TokenFormat.V007,
                        ProjectName.DEFAULT,
                        PROJECT.appId(),
                        NOW,
                        NOW.plusSeconds(3600),
                        List.of(RTC)));
        assertThat(issued.text()).isEqualTo(issued.token().reveal()).startsWith("007");
        assertThat(issued.toString()).doesNotContain(issued.text());
    }

    @Test
    void writesWhatItSaid() {
        IssuedToken issued = mint().mint(List.of(RTM, RTC), HOUR);

        assertThat(read007(issued).appId()).isEqualTo(PROJECT.appId());
        assertThat(read007(issued).salt()).isEqualTo(Salt.of(1));
        assertThat(read007(issued).issuedAt()).isEqualTo(issued.issuedAt());
        assertThat(read007(issued).expiresAt()).isEqualTo(issued.expiresAt());
        assertThat(described(issued))
                .containsExactly("rtc {1:3600, 2:3600, 3:3600, 4:3600} [testing, 1234]", "rtm {1:3600} [ann]");
    }

    @Test
    void keepsTheOrderOfServicesOfEqualType() {
        Rtc other = Rtc.subscriber(ChannelName.of("another"), USER);

        assertThat(described(mint().mint(List.of(Fpa.login(), RTC, RTM, other), HOUR)))
                .containsExactly(
                        "rtc {1:3600, 2:3600, 3:3600, 4:3600} [testing, 1234]",
                        "rtc {1:3600} [another, 1234]",
                        "rtm {1:3600} [ann]",
                        "fpa {1:Unset[]} []");
    }

    @Test
    void writesWildcardsWhereTheyAreAskedFor() {
        Rtc everywhere = Rtc.subscriber(ChannelPattern.of("class-*"), UserPattern.of("*"));

        assertThat(described(mint().mint(everywhere, HOUR))).containsExactly("rtc {1:3600} [class-*, *]");
    }

    @Test
    void signsWithTheFirstCertificate() {
        AppCertificate second = AppCertificate.of("f".repeat(32));
        Project project = new Project(ProjectName.DEFAULT, PROJECT.appId(), List.of(CERTIFICATE, second));

        IssuedToken issued = mint(project).mint(RTC, HOUR);

        assertThat(read(issued).isSignedBy(CERTIFICATE)).isTrue();
        assertThat(read(issued).isSignedBy(second)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void dropsPartsOfSeconds(TokenFormat format) {
        TokenMint mint = new TokenMint(PROJECT, InstantSource.fixed(NOW.plusNanos(999_999_999)), () -> Salt.of(1));

        IssuedToken issued = mint.mint(List.of(RTC), Lifetime.ofSeconds(60), format);

        assertThat(issued.issuedAt()).isEqualTo(NOW);
        assertThat(issued.expiresAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 86400})
    void takesLifetimesUpTo24Hours(long seconds) {
        IssuedToken issued = mint().mint(RTC, Duration.ofSeconds(seconds));

        assertThat(read007(issued).expiresAt()).isEqualTo(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 86401})
    void refusesOtherLifetimes(long seconds) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> mint().mint(RTC, Duration.ofSeconds(seconds)))
                .returns("lifetime", InvalidValueException::field)
                .satisfies(e -> verify("lifetime " + seconds, e.getMessage()));
    }

    @ParameterizedTest
    @EnumSource
    void refusesToMakeATokenForNothing(TokenFormat format) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> mint().mint(List.of(), Lifetime.MAX, format))
                .returns("services", InvalidValueException::field)
                .satisfies(e -> verify("no services", e.getMessage()));
    }

    @ParameterizedTest
    @EnumSource
    void refusesPrivilegesThatOutliveTheToken(TokenFormat format) {
        List<Service> equal = List.of(rtcEnding(PrivilegeExpiry.after(Lifetime.ofSeconds(60))));
        List<Service> longer = List.of(rtcEnding(PrivilegeExpiry.after(Lifetime.ofSeconds(61))));

        assertThat(mint().mint(equal, Lifetime.ofSeconds(60), format).text()).startsWith(format.prefix());
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> mint().mint(longer, Lifetime.ofSeconds(60), format))
                .returns("privileges", InvalidValueException::field)
                .satisfies(e -> verify("privilege that outlives the token", e.getMessage()));
    }

    @Test
    void looksForOutlivingPrivilegesInEveryService() {
        List<Service> services =
                List.of(RTC, Rtm.login(RtmUserId.of("ann"), PrivilegeExpiry.after(Lifetime.ofSeconds(3601))));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> mint().mint(services, HOUR))
                .returns("privileges", InvalidValueException::field)
                .satisfies(e -> verify("privilege of the second service that outlives the token", e.getMessage()));
    }

    @ParameterizedTest
    @EnumSource
    void refusesPrivilegesThatEndAtAMoment(TokenFormat format) {
        List<Service> services = List.of(rtcEnding(new PrivilegeExpiry.At(NOW.plusSeconds(10))));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> mint().mint(services, Lifetime.of(HOUR), format))
                .returns("privileges", InvalidValueException::field)
                .satisfies(e -> verify("privilege that ends at a moment", e.getMessage()));
    }

    /** Zero in a token would mean no end of its own. */
    @ParameterizedTest
    @EnumSource
    void refusesPrivilegesWithoutALength(TokenFormat format) {
        List<Service> services = List.of(rtcEnding(new PrivilegeExpiry.After(Duration.ZERO)));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> mint().mint(services, Lifetime.of(HOUR), format))
                .returns("lifetime", InvalidValueException::field)
                .satisfies(e -> verify("privilege of 0 seconds", e.getMessage()));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAClockThatNoTokenCanShow(TokenFormat format) {
        TokenMint before1970 = new TokenMint(PROJECT, () -> Instant.EPOCH.minus(2, ChronoUnit.DAYS), () -> Salt.of(1));
        TokenMint after2106 = new TokenMint(PROJECT, () -> Instant.ofEpochSecond(1L << 32), () -> Salt.of(1));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> before1970.mint(List.of(RTC), Lifetime.of(HOUR), format));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> after2106.mint(List.of(RTC), Lifetime.of(HOUR), format));
    }

    @Test
    void goesByTheSystemsClock() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant issuedAt = TokenMint.of(PROJECT).mint(RTC, HOUR).issuedAt();

        assertThat(issuedAt).isBetween(before, Instant.now());
    }

    @Test
    void makesAnotherTokenEachTime() {
        TokenMint mint = TokenMint.of(PROJECT);

        assertThat(IntStream.range(0, 1000).mapToObj(i -> mint.mint(RTC, HOUR).text()))
                .doesNotHaveDuplicates();
    }

    @Test
    void isSafeToShareBetweenThreads() throws Exception {
        TokenMint mint = TokenMint.of(PROJECT);
        Callable<List<IssuedToken>> work = () ->
                IntStream.range(0, 500).mapToObj(i -> mint.mint(RTC, HOUR)).toList();
        List<IssuedToken> issued = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<IssuedToken>> part : threads.invokeAll(Collections.nCopies(4, work))) {
                issued.addAll(part.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(issued).hasSize(2000).extracting(IssuedToken::text).doesNotHaveDuplicates();
        assertThat(issued).allSatisfy(token -> {
            assertThat(read(token).isSignedBy(CERTIFICATE)).isTrue();
            assertThat(read(token).irregularities()).isEmpty();
            assertThat(described(token)).containsExactly("rtc {1:3600, 2:3600, 3:3600, 4:3600} [testing, 1234]");
        });
    }

    private static Rtc rtcEnding(PrivilegeExpiry expiry) {
        return Rtc.withRole(Role.PUBLISHER, CHANNEL, USER, expiry);
    }
}
