package dev.agoratoken.app.callers;

import static dev.agoratoken.app.ConfigFixture.APP_ID;
import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.login.JwksProvider;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.projects.ProjectConfigReader;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.BroadPermission;
import dev.agoratoken.issuing.policy.rule.NamePattern;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.ServiceType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerConfigReaderTest {
    private static final String PROJECTS = """
            projects:
              default: {app-id: %s, certificates: [%s]}
              school: {app-id: %s, certificates: [%s]}
            """.formatted(APP_ID, CERTIFICATE, APP_ID, CERTIFICATE);
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    @Test
    void readsNobodyWhereNobodyIsConfigured() {
        assertThat(callers("")).isEmpty();
    }

    @Test
    void readsACallerWithAKey() {
        ConfiguredCaller web = only("""
                callers:
                  - name: web-backend
                    key-sha256: %s
                    rate: 50/s
                    burst: 100
                    allow:
                      - services: [rtc, rtm]
                        roles: [subscriber]
                        channels: ["class-*", lobby]
                        user: any
                        longest: 1h
                    deny:
                      - channels: ["class-staff-*"]
                """.formatted(HASH));

        assertThat(web.name()).isEqualTo("web-backend");
        assertThat(web.description()).isEqualTo("API key ba7816bf...; rules: 1 allow, 1 deny; 50/s, 100 at once");
        assertThat(web.origin()).isEqualTo("agora-token.yaml line 5");
        assertThat(web.accessRules().limit()).contains(RateLimit.parse("50/s").withBurst(100));
        assertThat(web.accessRules().allow())
                .containsExactly(Rule.of("callers[0].allow[0]", List.of(ServiceType.RTC, ServiceType.RTM))
                        .withPrivileges(ServiceType.RTC, Set.of(Rtc.Privilege.JOIN_CHANNEL))
                        .withProjects(Set.of(ProjectName.DEFAULT))
                        .withChannels("class-*", "lobby")
                        .withUsers(UserRule.ANYBODY)
                        .withMaxLifetime(Lifetime.ofSeconds(3600)));
        assertThat(web.accessRules().deny())
                .containsExactly(Rule.of("callers[0].deny[0]", List.of(ServiceType.values()))
                        .withChannels("class-staff-*"));
    }

    @Test
    void readsACallerWithLoginTokens() {
        ConfiguredCaller mobile = only("""
                callers:
                  - name: mobile
                    jwt: {issuer: "https://login.example", audience: agora-token, jwks: "https://login.example/keys", algorithms: [ES256], skew: 0s}
                    allow:
                      - {services: rtc, channels: "class-${claims.school}-*", user: "${claims.sub}", uid: "${claims.uid}"}
                """);

        assertThat(mobile.authMethod()).isInstanceOfSatisfying(AuthMethod.Jwt.class, login -> {
            assertThat(login.provider().issuer()).isEqualTo("https://login.example");
            assertThat(login.provider().audiences()).containsExactly("agora-token");
            assertThat(login.provider().algorithms()).hasToString("[ES256]");
            assertThat(login.provider().skew()).isZero();
        });
        assertThat(mobile.accessRules().allow().get(0).names().users())
                .contains(new UserRule(
                        false,
                        Optional.of(NamePattern.parse("${claims.sub}")),
                        Optional.of(NamePattern.parse("${claims.uid}"))));
    }

    @Test
    void readsACallerWithACertificateAndOneWithNothing() {
        List<ConfiguredCaller> callers = callers("""
                callers:
                  - name: gateway
                    certificate-subject: "CN=gateway,O=Example"
                    allow: {services: [chat], also: [chat-app], projects: any, formats: "007"}
                  - name: anonymous
                    allow: {services: [rtc], privileges: [joinChannel], channels: [lobby], also: [any-user], projects: [school]}
                """);

        assertThat(callers.get(0).description())
                .isEqualTo("client certificate of CN=gateway, O=Example; rules: 1 allow, 0 deny");
        assertThat(callers.get(0).accessRules().allow())
                .containsExactly(Rule.of("callers[0].allow", List.of(ServiceType.CHAT))
                        .withFormats(Set.of(TokenFormat.V007))
                        .withBroadPermissions(Set.of(BroadPermission.CHAT_APP)));
        assertThat(callers.get(1).description()).isEqualTo("no credentials; rules: 1 allow, 0 deny");
        assertThat(callers.get(1).accessRules().allow().get(0).request().projects())
                .containsExactly(ProjectName.of("school"));
    }

    @Test
    void takesADeniedPublisherForWhatASubscriberHasNot() {
        ConfiguredCaller web = only("""
                callers:
                  - {name: web, key-sha256: %s, allow: {services: rtc, channels: "*", user: any}, deny: {services: rtc, roles: publisher}}
                """.formatted(HASH));

        assertThat(web.accessRules().deny().get(0).services().get(ServiceType.RTC))
                .doesNotContain(Rtc.Privilege.JOIN_CHANNEL)
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "callers: []                       | callers (agora-token.yaml line 4)",
                "callers: [{nam: a}]               | callers[0].nam (agora-token.yaml line 4)",
                "callers: [{allow: []}]            | callers[0] (agora-token.yaml line 4)",
                "callers: [{name: 'a b'}]          | callers[0].name (agora-token.yaml line 4)",
                "callers: [{name: a}]              | callers[0] (agora-token.yaml line 4)",
                "callers: [{name: a, key-sha256: HASH, certificate-subject: CN=a}] | callers[0] (agora-token.yaml line 4)",
                "callers: [{name: anonymous, key-sha256: HASH}] | callers[0] (agora-token.yaml line 4)",
                "callers: [{name: a, key-sha256: agt_x}]  | callers[0].key-sha256 (agora-token.yaml line 4)",
                "callers: [{name: a, certificate-subject: x}] | callers[0].certificate-subject (agora-token.yaml line 4)",
                "callers: [{name: a, key-sha256: HASH}]   | callers[0] (agora-token.yaml line 4)",
                "callers: [{name: a, key-sha256: HASH, allow: [ALL], burst: 1}] | callers[0].burst (agora-token.yaml line 4)",
                "callers: [{name: a, key-sha256: HASH, allow: [ALL], rate: 1}]  | callers[0].rate (agora-token.yaml line 4)",
                "callers: [{name: a, key-sha256: HASH, allow: [ALL], rate: 1/s, burst: x}] | callers[0].burst (agora-token.yaml line 4)",
                "callers: [{name: a, key-sha256: HASH, allow: [ALL]}, {name: a, certificate-subject: CN=a, allow: [ALL]}] | callers[1] (agora-token.yaml line 4)",
                "callers: [{name: a, key-sha256: HASH, allow: [ALL]}, {name: b, key-sha256: HASH, allow: [ALL]}] | callers[1] (agora-token.yaml line 4)",
            })
    void refusesCallersThatAreNotAsTheyShouldBe(String yaml, String field) {
        assertRefused(yaml.replace("HASH", HASH).replace("ALL", "{services: rtc, channels: \"*\", user: any}"), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                       | ''",
                "{services: []}                           | .services (agora-token.yaml line 4)",
                "{services: rtx}                          | .services (agora-token.yaml line 4)",
                "{services: rtc, user: any}               | ''",
                "{services: rtc, channels: '*'}           | ''",
                "{services: rtc, channels: '*', also: wildcard-channel} | ''",
                "{services: rtm}                          | ''",
                "{services: rtc, channels: '${claims.}', user: any}  | .channels (agora-token.yaml line 4)",
                "{services: rtc, channels: '*', user: any, uid: 1}   | .uid (agora-token.yaml line 4)",
                "{services: rtc, channels: '*', uid: ann}            | .uid (agora-token.yaml line 4)",
                "{services: rtc, channels: '*', uid: '1*'}           | .uid (agora-token.yaml line 4)",
                "{services: rtm, user: any, roles: publisher}        | .roles (agora-token.yaml line 4)",
                "{services: rtc, channels: '*', user: any, roles: x} | .roles (agora-token.yaml line 4)",
                "{services: rtc, channels: '*', user: any, roles: []} | .roles (agora-token.yaml line 4)",
                "{services: rtc, channels: '*', user: any, roles: host, privileges: joinChannel} | .roles (agora-token.yaml line 4)",
                "{services: rtc, channels: '*', user: any, privileges: login} | .privileges (agora-token.yaml line 4)",
                "{services: [rtc, rtm], channels: '*', user: any, privileges: login} | .privileges (agora-token.yaml line 4)",
                "{services: rtm, user: any, projects: shcool} | .projects (agora-token.yaml line 4)",
                "{services: rtm, user: any, formats: 8}       | .formats (agora-token.yaml line 4)",
                "{services: rtm, user: any, also: any-usr}    | .also (agora-token.yaml line 4)",
                "{services: rtm, user: any, longest: 25h}     | .longest (agora-token.yaml line 4)",
            })
    void refusesRulesThatAreNotAsTheyShouldBe(String rule, String field) {
        String place = field.isEmpty() ? " (agora-token.yaml line 4)" : "";

        assertRefused(
                "callers: [{name: a, key-sha256: %s, allow: %s}]".formatted(HASH, rule),
                "callers[0].allow" + field + place);
    }

    @Test
    void refusesALongestLifetimeWhereARuleDenies() {
        assertRefused(
                "callers: [{name: a, key-sha256: %s, allow: {services: rtm, user: any}, deny: {longest: 1h}}]"
                        .formatted(HASH),
                "callers[0].deny.longest (agora-token.yaml line 4)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{audience: a, jwks: 'https://a'}                       | ''",
                "{issuer: a, jwks: 'https://a'}                         | ''",
                "{issuer: a, audience: [], jwks: 'https://a'}           | .audience (agora-token.yaml line 4)",
                "{issuer: a, audience: a}                               | ''",
                "{issuer: a, audience: a, jwks: 'https://a', jwks-file: b} | ''",
                "{issuer: a, audience: a, jwks: 'file:///etc/passwd'}   | .jwks (agora-token.yaml line 4)",
                "{issuer: a, audience: a, jwks: 'https:///'}            | .jwks (agora-token.yaml line 4)",
                "{issuer: a, audience: a, jwks: 'http://idp.example.com/keys'} | .jwks (agora-token.yaml line 4)",
                "{issuer: a, audience: a, jwks: 'http://127.0.0.1.example.com/'} | .jwks (agora-token.yaml line 4)",
                "{issuer: a, audience: a, jwks: 'http://localhost@example.com/'} | .jwks (agora-token.yaml line 4)",
                "{issuer: a, audience: a, jwks-file: none.json}         | .jwks-file (agora-token.yaml line 4)",
                "{issuer: a, audience: a, jwks: 'https://a', algorithms: none}  | .algorithms (agora-token.yaml line 4)",
                "{issuer: a, audience: a, jwks: 'https://a', algorithms: HS256} | .algorithms (agora-token.yaml line 4)",
                "{issuer: a, audience: a, jwks: 'https://a', algorithms: []}    | .algorithms (agora-token.yaml line 4)",
                "{issuer: a, audience: a, jwks: 'https://a', skew: 10m}         | .skew (agora-token.yaml line 4)",
            })
    void refusesProvidersThatAreNotAsTheyShouldBe(String jwt, String field) {
        String place = field.isEmpty() ? " (agora-token.yaml line 4)" : "";

        assertRefused(
                "callers: [{name: a, jwt: %s, allow: {services: rtm, user: any}}]".formatted(jwt),
                "callers[0].jwt" + field + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/keys", "http://127.0.0.2:8080/keys", "http://[::1]:8080/keys"})
    void takesKeysInTheClearFromThisMachine(String address) {
        assertThat(
                        only("callers: [{name: a, jwt: {issuer: a, audience: a, jwks: '%s'}, allow: {services: rtm, user: any}}]"
                                        .formatted(address))
                                .authMethod())
                .isInstanceOf(AuthMethod.Jwt.class);
    }

    private void assertRefused(String yaml, String field) {
        InvalidValueException failure = catchThrowableOfType(InvalidValueException.class, () -> callers(yaml));
        assertThat(failure).isNotNull();
        assertThat(failure.fieldName()).hasToString(field);
        assertThat(failure.getMessage()).doesNotContain("agt_");
        ApprovedMessages.verify(yaml.replace(HASH, "HASH"), failure.getMessage().replace(folder.toString(), "FOLDER"));
    }

    private ConfiguredCaller only(String yaml) {
        List<ConfiguredCaller> callers = callers(yaml);
        assertThat(callers).hasSize(1);
        return callers.get(0);
    }

    private List<ConfiguredCaller> callers(String yaml) {
        ConfigFixture.write(folder, "agora-token.yaml", PROJECTS + yaml);
        ResolvedSettings resolvedSettings = ConfigFixture.settings(folder, Map.of(), ConfigOverrides.NONE);
        ConfiguredProjects projects = new ProjectConfigReader(resolvedSettings).read();
        return new CallerConfigReader(
                        resolvedSettings,
                        projects,
                        new JwksProvider(Duration.ZERO, InstantSource.system(), EventLog.NONE))
                .read();
    }
}
