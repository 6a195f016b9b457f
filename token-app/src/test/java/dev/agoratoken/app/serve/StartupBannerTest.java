package dev.agoratoken.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.callers.AuthMethod;
import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.serve.StartupBanner.Address;
import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.verify.Verifier;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupBannerTest {
    private static final Project PROJECT = Project.of(ConfigFixture.APP_ID, ConfigFixture.CERTIFICATE);

    @Test
    void saysWhereTheServerIsForWhomAndWhatToTry() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "127.0.0.1", 8080),
                false,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                false);

        assertThat(startupBanner.lines())
                .containsExactly(
                        "agora-token serves http://127.0.0.1:8080 for App ID 970C...1b33, format 007, for this machine only"
                                + " (--open or ALLOW_OPEN=true opens it to everybody who reaches it)",
                        "  try http://127.0.0.1:8080/rtc/testing/publisher/uid/1234/",
                        "      http://127.0.0.1:8080/rtm/1234/",
                        "      http://127.0.0.1:8080/rte/testing/publisher/userAccount/1234/",
                        "      http://127.0.0.1:8080/ping");
    }

    @Test
    void pointsToTheConsoleIfThereIsOne() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "127.0.0.1", 8080),
                false,
                true,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                true);

        assertThat(startupBanner.lines().get(2))
                .isEqualTo("  open http://127.0.0.1:8080/ in a browser to make, read and diagnose tokens");
    }

    @Test
    void saysThatItSpeaksTls() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("https", "::1", 8443),
                false,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                false);

        assertThat(startupBanner.lines().get(0)).startsWith("agora-token serves https://[::1]:8443 for ");
        assertThat(startupBanner.lines().get(1)).startsWith("  try https://[::1]:8443/");
    }

    @Test
    void saysThatAServerIsOpen() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "0.0.0.0", 80),
                true,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V006),
                false);

        assertThat(startupBanner.lines().get(0))
                .isEqualTo(
                        "agora-token serves http://localhost:80 for App ID 970C...1b33, format 006, open to everybody who"
                                + " reaches it");
    }

    @Test
    void saysLoudlyThatADemoIsOne() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "::1", 8080),
                false,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                true);

        assertThat(startupBanner.lines().get(0)).startsWith("DEMO: ").contains("Agora does not know them");
        assertThat(startupBanner.lines().get(1)).startsWith("agora-token serves http://[::1]:8080 for ");
    }

    @Test
    void promisesNoWayToOpenADemo() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "127.0.0.1", 8080),
                false,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                true);

        assertThat(startupBanner.lines().get(1)).endsWith(", for this machine only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void namesAnAddressThatABrowserFinds(String everywhere) {
        assertThat(new Address("http", everywhere, 80)).hasToString("http://localhost:80");
    }

    @Test
    void namesTheProjectThatIsMeantAndCountsTheOthers() {
        Map<ProjectName, Project> projects = new LinkedHashMap<>();
        ProjectName school = ProjectName.of("school");
        projects.put(ProjectName.DEFAULT, PROJECT);
        projects.put(school, new Project(school, PROJECT.appId(), PROJECT.certificates()));

        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "127.0.0.1", 8080),
                false,
                false,
                state(new ConfiguredProjects(projects, school), TokenFormat.V007),
                false);

        assertThat(startupBanner.lines().get(0)).contains("App ID 970C...1b33 (project school, and 1 more), ");
    }

    @Test
    void neverShowsTheCertificate() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "127.0.0.1", 1),
                false,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                true);

        assertThat(String.join("\n", startupBanner.lines()) + startupBanner)
                .doesNotContain(ConfigFixture.CERTIFICATE)
                .doesNotContain(ConfigFixture.CERTIFICATE.substring(0, 6));
    }

    @Test
    void namesTheCallers() {
        ConfiguredCaller web =
                new ConfiguredCaller("web", new AuthMethod.Anonymous(), AccessRules.EVERYTHING, "line 1");
        ConfiguredCaller gateway =
                new ConfiguredCaller("gateway", new AuthMethod.Anonymous(), AccessRules.EVERYTHING, "line 2");
        ServingState open = state(ConfiguredProjects.of(PROJECT), TokenFormat.V007);
        ServingState guarded =
                new ServingState(open.projects(), open.defaults(), List.of(web, gateway), open.configSnapshot());

        assertThat(new StartupBanner(new Address("http", "0.0.0.0", 80), false, false, guarded, false)
                        .lines()
                        .get(0))
                .endsWith(", format 007, for the callers web, gateway");
    }

    private static ServingState state(ConfiguredProjects projects, TokenFormat format) {
        IssuingDefaults defaults =
                new IssuingDefaults(projects.defaultProject(), format, IssuingDefaults.STANDARD.lifetime());
        TokenIssuer issuer = new TokenIssuer(projects, defaults, InstantSource.system(), () -> Salt.of(1));
        return new ServingState(
                projects,
                defaults,
                List.of(),
                new ConfigSnapshot(AuthorizingIssuer.open(issuer), new Verifier(projects, InstantSource.system())));
    }
}
