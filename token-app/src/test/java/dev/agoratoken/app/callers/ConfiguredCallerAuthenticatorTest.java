package dev.agoratoken.app.callers;

import static dev.agoratoken.app.login.IdentityProviderFixture.AUDIENCE;
import static dev.agoratoken.app.login.IdentityProviderFixture.ISSUER;
import static dev.agoratoken.app.login.IdentityProviderFixture.NOW;
import static dev.agoratoken.app.login.IdentityProviderFixture.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import dev.agoratoken.app.login.IdentityProvider;
import dev.agoratoken.app.login.IdentityProviderFixture;
import dev.agoratoken.app.login.IdentityProviderFixture.Answer;
import dev.agoratoken.issuing.policy.caller.ApiKey;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.AuthenticationUnavailableException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.issuing.policy.caller.PresentedSecret;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredCallerAuthenticatorTest {
    private static final String KEY = "agt_the-key-of-the-web-backend";
    private static final String NEXT_KEY = "agt_the-next-one";
    private static final ConfiguredCaller WEB = caller(
            "web",
            new AuthMethod.ApiKeys(List.of(
                    ApiKey.presented(KEY).hash(), ApiKey.presented(NEXT_KEY).hash())));
    private static final ConfiguredCaller GATEWAY =
            caller("gateway", new AuthMethod.ClientCertificate(new X500Principal("CN=gateway,O=Example")));
    private static final ConfiguredCaller ANONYMOUS = caller("anonymous", new AuthMethod.Anonymous());

    private final IdentityProviderFixture provider = new IdentityProviderFixture();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void areKnownByTheirKeyHoweverItIsSent() {
        for (String key : List.of(KEY, NEXT_KEY)) {
            assertThat(identify(secret(key), WEB))
                    .isEqualTo(WEB.toCaller(CallerKind.API_KEY, Optional.empty(), Claims.NONE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agt_the-key-of-the-web-backen",
                "agt_the-key-of-the-web-backendx",
                "AGT_the-key-of-the-web-backend",
                "a",
                ""
            })
    void areNotKnownByLessOrMoreOrElse(String key) {
        assertUnknown(secret(key), WEB, ANONYMOUS);
    }

    @Test
    void areNotKnownByTheHashThatIsInTheFile() {
        assertUnknown(secret(ApiKey.presented(KEY).hash().hex()), WEB);
    }

    @Test
    void areNotKnownByASecretThatCannotBeUsed() {
        PresentedSecret several = new PresentedSecret.Unusable("there are several", "send one");

        assertUnknown(new Credentials(several, Optional.empty(), "127.0.0.1"), WEB, ANONYMOUS);
        assertUnknown(new Credentials(several, Optional.of("CN=gateway,O=Example"), "127.0.0.1"), GATEWAY, ANONYMOUS);
    }

    @Test
    void areKnownByTheirLoginToken() {
        Caller caller = identify(secret(provider.sign(claims().claim("school", "west"))), WEB, mobile());

        assertThat(caller.kind()).isEqualTo(CallerKind.LOGIN_TOKEN);
        assertThat(caller.identity()).isEqualTo("mobile ann");
        assertThat(caller.claims().text("school")).contains("west");
        assertThat(caller.claims().problem("aud")).isPresent();
    }

    @Test
    void areKnownByTheProviderThatFits() {
        ConfiguredCaller other = caller("other", new AuthMethod.Jwt(provider("https://other.example")));

        assertThat(identify(secret(provider.sign(claims())), other, mobile()).name())
                .isEqualTo("mobile");
        assertUnknown(secret(provider.sign(claims())), other);
    }

    @Test
    void areRefusedByTheirProviderWhetherAnotherIsDownOrNot() {
        try (IdentityProviderFixture down = new IdentityProviderFixture()) {
            down.answerWith(Answer.FAILURE);
            ConfiguredCaller other = caller("other", new AuthMethod.Jwt(provider("https://other.example", down)));
            String expired = provider.sign(claims().expirationTime(Date.from(NOW.minusSeconds(60))));

            for (ConfiguredCaller[] order : new ConfiguredCaller[][] {{other, mobile()}, {mobile(), other}}) {
                assertThatExceptionOfType(AuthenticationException.class)
                        .isThrownBy(() -> identify(secret(expired), order))
                        .withMessageContaining("Expired JWT");
                assertThat(identify(secret(provider.sign(claims())), order).name())
                        .isEqualTo("mobile");
            }
            assertThat(down.asked()).isZero();
        }
    }

    @Test
    void areNotTakenForUnknownWhileTheirProviderIsDown() {
        provider.answerWith(Answer.FAILURE);

        assertThatExceptionOfType(AuthenticationUnavailableException.class)
                .isThrownBy(() -> identify(secret(provider.sign(claims())), WEB, mobile()));
        assertThat(identify(secret(KEY), WEB, mobile()).name()).isEqualTo("web");
    }

    @Test
    void areKnownByTheirCertificateHoweverItsSubjectIsWritten() {
        for (String subject : List.of("CN=gateway,O=Example", "cn=gateway, o=Example", "CN=Gateway, O=example")) {
            assertThat(identify(certificate(subject), GATEWAY).name()).isEqualTo("gateway");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=gateway",
                "O=Example,CN=gateway",
                "CN=gateway,O=Example,C=DE",
                "no name",
                "",
                "CN=gateway\\,O=Example"
            })
    void areNotKnownByAnotherCertificate(String subject) {
        assertUnknown(certificate(subject), GATEWAY, ANONYMOUS);
    }

    @Test
    void showTheirKeyBeforeTheirCertificate() {
        Credentials both =
                new Credentials(new PresentedSecret.Single(KEY), Optional.of("CN=gateway,O=Example"), "127.0.0.1");
        Credentials badKey =
                new Credentials(new PresentedSecret.Single("bad"), Optional.of("CN=gateway,O=Example"), "127.0.0.1");

        assertThat(identify(both, WEB, GATEWAY).name()).isEqualTo("web");
        assertUnknown(badKey, WEB, GATEWAY);
    }

    @Test
    void areNobodyWithoutAnythingUnlessThatIsAllowed() {
        assertUnknown(Credentials.none("192.0.2.7"), WEB, GATEWAY);
        assertThat(identify(Credentials.none("192.0.2.7"), WEB, ANONYMOUS))
                .isEqualTo(ANONYMOUS.toCaller(CallerKind.ANONYMOUS, Optional.of("192.0.2.7"), Claims.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::1, 20010db800010002::/64",
        "2001:db8:1:2:ffff::9, 20010db800010002::/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "fe80::1, fe80000000000000::/64",
        ":not:an:address, :not:an:address"
    })
    void areCountedByAddressAndInIpv6ByNetwork(String address, String block) {
        assertThat(identify(Credentials.none(address), ANONYMOUS).subject()).contains(block);
    }

    private static void assertUnknown(Credentials credentials, ConfiguredCaller... callers) {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> identify(credentials, callers))
                .withMessageNotContaining("agt_");
    }

    private static Caller identify(Credentials credentials, ConfiguredCaller... callers) {
        return new ConfiguredCallerAuthenticator(List.of(callers), InstantSource.fixed(NOW)).identify(credentials);
    }

    private ConfiguredCaller mobile() {
        return caller("mobile", new AuthMethod.Jwt(provider(ISSUER)));
    }

    private IdentityProvider provider(String issuer) {
        return provider(issuer, provider);
    }

    private static IdentityProvider provider(String issuer, IdentityProviderFixture at) {
        return new IdentityProvider(
                issuer, Set.of(AUDIENCE), Set.of(JWSAlgorithm.RS256), at.keySource(), Duration.ofSeconds(30));
    }

    private static ConfiguredCaller caller(String name, AuthMethod authMethod) {
        return new ConfiguredCaller(name, authMethod, AccessRules.EVERYTHING, "agora-token.yaml line 1");
    }

    private static Credentials secret(String secret) {
        return new Credentials(new PresentedSecret.Single(secret), Optional.empty(), "127.0.0.1");
    }

    private static Credentials certificate(String subject) {
        return new Credentials(new PresentedSecret.Absent(), Optional.of(subject), "127.0.0.1");
    }
}
