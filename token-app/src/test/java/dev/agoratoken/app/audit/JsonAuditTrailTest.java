package dev.agoratoken.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.RequestId;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Rtc;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonAuditTrailTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
    private static final RequestId ID = RequestId.of("r-1");
    private static final TokenRequest REQUEST =
            TokenRequest.forServices(List.of(Rtc.subscriber(ChannelName.of("testing"), UserId.of(1234))));

    /** A subject as an identity provider might let people choose it. */
    private static final Caller MOBILE = new Caller(
            "mobile",
            CallerKind.LOGIN_TOKEN,
            Optional.of("ann\n{\"outcome\":\"issued\"}\u2028\u001b[2J"),
            Claims.NONE,
            AccessRules.allowing(Rule.everything("callers[0].allow[0]").withMaxLifetime(Lifetime.ofSeconds(600))));

    private final List<String> lines = new ArrayList<>();
    private final AuthorizingIssuer issuer = new AuthorizingIssuer(
            credentials -> {
                throw new AuthenticationException("there are none", "send one");
            },
            new TokenIssuer(
                    Projects.of(List.of(Project.of(ConfigFixture.APP_ID, ConfigFixture.CERTIFICATE))),
                    IssuingDefaults.STANDARD,
                    CLOCK,
                    () -> Salt.of(7)),
            (caller, limit) -> {
                throw new AssertionError("nobody has a limit");
            },
            BanChecker.NONE,
            new AuditPolicy(new JsonAuditTrail(CLOCK, List.of(lines::add)), true));

    @Test
    void writesALineOfWhatWasIssued() throws JsonProcessingException {
        String token = issuer.issue(MOBILE, REQUEST.withLifetime(Lifetime.ofSeconds(60)), ID)
                .issued()
                .token()
                .reveal();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).doesNotContain(token).doesNotContain("\n").doesNotContain("\u001b");
        assertThat(line())
                .containsEntry("time", "2026-11-24T12:00:00Z")
                .containsEntry("requestId", "r-1")
                .containsEntry("outcome", "issued")
                .containsEntry("caller", "mobile")
                .containsEntry("individual", MOBILE.subject().orElseThrow())
                .containsEntry("rules", List.of("callers[0].allow[0]"))
                .containsEntry("expiresIn", 60)
                .containsEntry(
                        "services",
                        List.of(Map.of(
                                "type",
                                "rtc",
                                "channel",
                                "testing",
                                "user",
                                Map.of("kind", "number", "value", "1234"),
                                "privileges",
                                List.of(Map.of("name", "joinChannel", "id", 1)))));
    }

    @Test
    void writesALineOfWhatWasRefused() throws JsonProcessingException {
        catchThrowableOfType(
                AccessDeniedException.class,
                () -> issuer.issue(MOBILE, REQUEST.withLifetime(Lifetime.ofSeconds(601)), ID));

        assertThat(line())
                .containsEntry("outcome", "refused")
                .containsEntry("code", "not_allowed")
                .containsEntry("field", "expiresIn")
                .containsEntry("expiresIn", 601);
    }

    @Test
    void writesALineOfSomebodyUnknownWithoutWhatIsAbsent() {
        catchThrowableOfType(AuthenticationException.class, () -> issuer.identify(Credentials.none("192.0.2.7"), ID));

        assertThat(lines)
                .containsExactly("{\"time\":\"2026-11-24T12:00:00Z\",\"requestId\":\"r-1\",\"outcome\":\"refused\","
                        + "\"address\":\"192.0.2.7\",\"code\":\"unknown_caller\"}");
    }

    private Map<String, Object> line() throws JsonProcessingException {
        assertThat(lines).hasSize(1);
        return new JsonMapper().readValue(lines.get(0), new TypeReference<>() {});
    }
}
