package dev.agoratoken.app.login;

import static dev.agoratoken.app.login.IdentityProviderFixture.AUDIENCE;
import static dev.agoratoken.app.login.IdentityProviderFixture.ISSUER;
import static dev.agoratoken.app.login.IdentityProviderFixture.NOW;
import static dev.agoratoken.app.login.IdentityProviderFixture.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.MovingClock;
import dev.agoratoken.app.config.TrackedFiles;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.login.IdentityProviderFixture.Answer;
import dev.agoratoken.http.settings.ProviderOutage;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.AuthenticationUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class JwtAuthenticatorTest {
    private static final RSAKey FOREIGN_KEY = IdentityProviderFixture.newKey("foreign");

    /** Enough for a machine that is busy. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final MovingClock clock = new MovingClock(NOW);
    private final IdentityProviderFixture provider = new IdentityProviderFixture();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void giveTheClaimsOfAGoodOne() {
        assertThat(check(tokens(), provider.sign(claims().claim("school", "west"))))
                .containsEntry("sub", "ann")
                .containsEntry("school", "west");
    }

    @Test
    void mayHaveSeveralAudiencesOfWhichOneIsOurs() {
        String token = provider.sign(claims().audience(List.of("other", AUDIENCE)));

        assertThat(check(tokens(), token)).containsEntry("sub", "ann");
    }

    @Test
    void areRefusedWhenTheyHaveExpired() {
        assertRefused(provider.sign(claims().expirationTime(Date.from(NOW.minusSeconds(31)))), "Expired JWT");
        assertThat(check(tokens(), provider.sign(claims().expirationTime(Date.from(NOW.minusSeconds(29))))))
                .as("clocks differ")
                .containsEntry("sub", "ann");
    }

    @Test
    void areRefusedBeforeTheyBegin() {
        assertRefused(provider.sign(claims().notBeforeTime(Date.from(NOW.plusSeconds(31)))), "JWT before use time");
        assertThat(check(tokens(), provider.sign(claims().notBeforeTime(Date.from(NOW.plusSeconds(29))))))
                .as("clocks differ")
                .containsEntry("sub", "ann");
    }

    @Test
    void areRefusedWithoutAnEnd() {
        assertRefused(provider.sign(claims().expirationTime(null)), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'exp':null",
                "'exp':'1795521900'",
                "'exp':'never'",
                "'exp':[1795521900]",
                "'exp':{}",
                "'exp':true",
                "'exp':1e300",
                "'exp':9223372036854775807",
                "'exp':253402300800",
                "'exp':-1",
                "'nbf':null",
                "'nbf':'1795521000'",
                "'nbf':[]",
                "'nbf':9223372036854775807",
                "'nbf':1e300",
                "'nbf':-1",
                "'iat':null",
                "'iat':'x'",
                "'iat':1e300",
                "'aud':null",
                "'aud':5",
                "'aud':[]",
                "'aud':['agora-token',5]",
                "'aud':['agora-token',null]",
                "'aud':{'a':'agora-token'}",
                "'sub':null",
                "'sub':['ann']",
                "'sub':{}",
                "'sub':true",
                "'iss':null",
                "'iss':['https://login.example']",
                "'jti':null",
                "'jti':4"
            })
    void areRefusedIfARegisteredClaimIsNullOrOfAnotherType(String claim) {
        assertRefused(provider.signJson(json(claim)), "");
        assertThat(provider.asked()).as("keys fetched for it").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'exp':1795521900.5", "'nbf':0", "'aud':['other','agora-token']", "'sub':7", "'jti':''"})
    void mayHaveRegisteredClaimsOfEveryValidType(String claim) {
        assertThat(check(tokens(), provider.signJson(json(claim)))).containsKey("sub");
    }

    @Test
    void areRefusedIfTheyNestDeeply() {
        assertRefused(provider.signJson("[".repeat(2000) + "]".repeat(2000)), "");
        assertRefused(provider.signJson(json("'x':" + "[".repeat(2000) + "]".repeat(2000))), "");
    }

    /** The claims of a good token, of which one is replaced or added. */
    private static String json(String claim) {
        Map<String, String> claims = new TreeMap<>(Map.of(
                "iss",
                "'" + ISSUER + "'",
                "aud",
                "'" + AUDIENCE + "'",
                "sub",
                "'ann'",
                "iat",
                Long.toString(NOW.getEpochSecond()),
                "exp",
                Long.toString(NOW.plusSeconds(300).getEpochSecond())));
        String[] parts = claim.split(":", 2);
        claims.put(parts[0].replace("'", ""), parts[1]);
        return claims.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "':" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .replace('\'', '"');
    }

    @Test
    void areRefusedForOthers() {
        assertRefused(provider.sign(claims().audience("other")), "JWT aud claim rejected");
        assertRefused(provider.sign(claims().audience((String) null)), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example/", "https://LOGIN.example", "https://evil.example", ""})
    void areRefusedFromOthers(String issuer) {
        assertRefused(provider.sign(claims().issuer(issuer)), "");
    }

    @Test
    void areRefusedUnsigned() {
        assertRefused(IdentityProviderFixture.unsigned(claims()), "");
    }

    @Test
    void areRefusedSignedWithThePublicKeyAsASecret() {
        assertRefused(provider.signedByPublicKey(claims()), "");
    }

    @Test
    void areRefusedSignedByAForeignKeyOfTheSameId() {
        RSAKey sameId =
                new RSAKey.Builder(FOREIGN_KEY).keyID(provider.key().getKeyID()).build();

        assertRefused(IdentityProviderFixture.sign(claims(), sameId), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "agt_key", "eyJhbGciOiJSUzI1NiJ9.e30.", "{}"})
    void areRefusedIfTheyAreSomethingElse(String text) {
        assertRefused(text, "");
    }

    @Test
    void areRefusedIfTheirAlgorithmIsNotPinned() {
        JwtAuthenticator others =
                new JwtAuthenticator(identityProvider(keys(), JWSAlgorithm.PS256), InstantSource.fixed(NOW));

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> check(others, provider.sign(claims())));
    }

    @Test
    void haveTheKeysFetchedAgainForAnUnknownIdOnlyOnceAMinute() {
        JwtAuthenticator tokens = tokens();
        check(tokens, provider.sign(claims()));

        for (int i = 0; i < 20; i++) {
            assertRefused(tokens, IdentityProviderFixture.sign(claims(), FOREIGN_KEY), "no known key signed");
        }

        assertThat(provider.asked()).isEqualTo(1);
        assertThat(check(tokens, provider.sign(claims()))).containsEntry("sub", "ann");
    }

    @ParameterizedTest
    @EnumSource(names = "KEYS", mode = EnumSource.Mode.EXCLUDE)
    void cannotBeCheckedWhileTheKeysAreNotToBeHad(Answer answer) {
        provider.answerWith(answer);
        JwtAuthenticator tokens =
                tokens(new JwksProvider(Duration.ofMillis(300), clock, EventLog.NONE).fromUrl(provider.keysAddress()));
        String token = provider.sign(claims());

        for (int i = 0; i < 3; i++) {
            assertUnavailable(tokens, token);
        }
        assertThat(provider.asked()).as("asked again at once").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILURE, the response has status 500",
        "REDIRECT, 'the response is a redirect (status 302), which is not followed'",
        "NO_KEY_SET, the response is not a JSON Web Key Set",
        "TEN_MEGABYTES, the response is longer than 262144 bytes",
        "NOTHING_FOREVER, no complete response within 300 ms"
    })
    void haveTheReasonReportedWhyTheKeysAreNotToBeHad(Answer answer, String reason) {
        List<String> log = new CopyOnWriteArrayList<>();
        // Time enough for an answer, and not too much for one that never comes.
        Duration patience = answer == Answer.NOTHING_FOREVER ? Duration.ofMillis(300) : TIMEOUT;
        JwksProvider keys = new JwksProvider(patience, clock, (level, line) -> log.add(line));
        provider.answerWith(answer);
        IdentityProvider checked = identityProvider(keys.fromUrl(provider.keysAddress()), JWSAlgorithm.RS256);
        JwtAuthenticator tokens = new JwtAuthenticator(checked, clock);

        for (int i = 0; i < 10; i++) {
            assertUnavailable(tokens, provider.sign(claims()));
        }

        assertThat(log)
                .containsExactly("identity provider: the keys at " + provider.keysAddress() + " cannot be fetched: "
                        + reason + "; check the provider and callers[].jwt.jwks");
        assertThat(keys.outages(Stream.of(checked)))
                .containsExactly(new ProviderOutage(provider.keysAddress(), reason, NOW.toString()));
        assertThat(keys.outages(Stream.empty())).as("of nobody's provider").isEmpty();

        provider.answerWith(Answer.KEYS);
        clock.advance(patience.multipliedBy(3));
        check(tokens, provider.sign(claims()));
        assertThat(keys.outages(Stream.of(checked))).isEmpty();
    }

    @Test
    void doNotWaitForKeysThatAreFetchedForAnother() throws InterruptedException {
        provider.answerWith(Answer.NOTHING_FOREVER);
        JwtAuthenticator tokens = tokens();
        String token = provider.sign(claims());
        CompletableFuture<Map<String, Object>> first = CompletableFuture.supplyAsync(() -> check(tokens, token));
        provider.awaitAsked();

        assertUnavailable(tokens, token);

        assertThat(first).isNotDone();
        assertThat(provider.asked()).isEqualTo(1);
    }

    @Test
    void doNotWaitForAnUnknownKeyThatIsLookedForByAnother() throws Exception {
        JwtAuthenticator tokens = tokens();
        check(tokens, provider.sign(claims()));
        clock.advance(RateLimitedJwkSet.AFTER_SUCCESS);
        provider.answerWith(Answer.NOTHING_FOREVER);
        String unknown = IdentityProviderFixture.sign(claims(), FOREIGN_KEY);
        CompletableFuture<Map<String, Object>> first = CompletableFuture.supplyAsync(() -> check(tokens, unknown));
        provider.awaitHanging();

        assertUnavailable(tokens, unknown);
        assertThat(check(tokens, provider.sign(claims()))).containsEntry("sub", "ann");

        assertThat(first).isNotDone();
    }

    @Test
    void haveNoKeysFetchedIfTheyAreRefusedInAnyCase() {
        assertRefused(provider.sign(claims().expirationTime(Date.from(NOW.minusSeconds(31)))), "Expired JWT");
        assertRefused(provider.sign(claims().issuer("https://evil.example")), "");
        assertRefused(provider.sign(claims().audience("other")), "");
        assertRefused(provider.signedByPublicKey(claims()), "");
        assertRefused(IdentityProviderFixture.sign(claims(), keyCalled("k".repeat(257))), "The key ID is too long");

        assertThat(provider.asked()).isZero();
    }

    @Test
    void haveKeysFetchedForKeyIdsOfEveryLengthInUse() {
        assertRefused(IdentityProviderFixture.sign(claims(), keyCalled("k".repeat(256))), "no known key signed");

        assertThat(provider.asked()).isEqualTo(1);
    }

    private static RSAKey keyCalled(String id) {
        return new RSAKey.Builder(FOREIGN_KEY).keyID(id).build();
    }

    @Test
    void findKeysThatWereFetchedBeforeAnybodyCame() throws InterruptedException {
        JwksProvider keys = new JwksProvider(TIMEOUT, clock, EventLog.NONE);
        keys.fromUrl(provider.keysAddress());

        keys.prefetch();

        provider.awaitAsked();
    }

    @Test
    void areCheckedWithTheKeysAtHandWhileTheProviderIsDown() {
        JwtAuthenticator tokens = tokens();
        check(tokens, provider.sign(claims()));

        provider.answerWith(Answer.FAILURE);

        assertThat(check(tokens, provider.sign(claims()))).containsEntry("sub", "ann");
    }

    @Test
    void areCheckedForADayWithTheKeysAtHandWhileTheProviderIsDown() throws KeySourceException {
        JWKSetBasedJWKSource<SecurityContext> source = (JWKSetBasedJWKSource<SecurityContext>) keys();
        long start = 1_000_000;
        keysAt(source, start);
        provider.answerWith(Answer.FAILURE);

        for (Duration later : new Duration[] {Duration.ofMinutes(16), Duration.ofHours(23)}) {
            clock.advance(later);
            keysAt(source, start + later.toMillis());
            keysAt(source, start + later.toMillis() + 1);
        }

        assertThatExceptionOfType(KeySourceException.class)
                .isThrownBy(() -> keysAt(source, start + Duration.ofHours(25).toMillis()));
    }

    @Test
    void areCheckedAgainWhenTheProviderIsBack() {
        JwtAuthenticator tokens = tokens();
        String token = provider.sign(claims());
        provider.answerWith(Answer.FAILURE);
        assertUnavailable(tokens, token);

        provider.answerWith(Answer.KEYS);

        assertUnavailable(tokens, token);
        clock.advance(TIMEOUT.multipliedBy(3));
        assertThat(check(tokens, token)).containsEntry("sub", "ann");
        assertThat(provider.asked()).isEqualTo(2);
    }

    @Test
    void findNewKeysAfterAMinute() throws KeySourceException {
        JWKSetBasedJWKSource<SecurityContext> source = (JWKSetBasedJWKSource<SecurityContext>) keys();
        keysAt(source, 0);

        clock.advance(RateLimitedJwkSet.AFTER_SUCCESS);
        source.getJWKSetSource().getJWKSet(JWKSetCacheRefreshEvaluator.forceRefresh(), 60_000, null);

        assertThat(provider.asked()).isEqualTo(2);
    }

    private static void keysAt(JWKSetBasedJWKSource<SecurityContext> source, long millis) throws KeySourceException {
        assertThat(source.getJWKSetSource()
                        .getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), millis, null)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void areCheckedWithKeysOfAFile() {
        ConfigFixture.write(folder, "keys.json", provider.keys());
        JWKSource<SecurityContext> keys = new JwksProvider(Duration.ZERO, clock, EventLog.NONE)
                .fromFile(folder.resolve("keys.json"), new TrackedFiles());
        JwtAuthenticator tokens = tokens(keys);

        assertThat(check(tokens, provider.sign(claims()))).containsEntry("sub", "ann");
        assertRefused(tokens, IdentityProviderFixture.sign(claims(), FOREIGN_KEY), "");
        assertThat(provider.asked()).isZero();
    }

    private static Map<String, Object> check(JwtAuthenticator tokens, String token) {
        return tokens.claims(JwtAuthenticator.read(token));
    }

    private static void assertUnavailable(JwtAuthenticator tokens, String token) {
        assertThatExceptionOfType(AuthenticationUnavailableException.class)
                .isThrownBy(() -> check(tokens, token))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("caller_check_unavailable"));
    }

    private void assertRefused(String token, String reason) {
        assertRefused(tokens(), token, reason);
    }

    private static void assertRefused(JwtAuthenticator tokens, String token, String reason) {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> check(tokens, token))
                .withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .matches("credentials: [^;\n]+; [^;\n]+")
                        .doesNotContain("eyJ"));
    }

    private JwtAuthenticator tokens() {
        return tokens(keys());
    }

    private static JwtAuthenticator tokens(JWKSource<SecurityContext> keys) {
        return new JwtAuthenticator(identityProvider(keys, JWSAlgorithm.RS256), InstantSource.fixed(NOW));
    }

    private JWKSource<SecurityContext> keys() {
        return new JwksProvider(TIMEOUT, clock, EventLog.NONE).fromUrl(provider.keysAddress());
    }

    private static IdentityProvider identityProvider(JWKSource<SecurityContext> keys, JWSAlgorithm algorithm) {
        return new IdentityProvider(ISSUER, Set.of(AUDIENCE), Set.of(algorithm), keys, Duration.ofSeconds(30));
    }
}
