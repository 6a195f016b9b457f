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
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.verify.Verifier;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

        verify("local", startupBanner);
    }

    @Test
    void pointsToTheConsoleIfThereIsOne() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "127.0.0.1", 8080),
                false,
                true,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                true);

        assertThat(startupBanner.lines().get(2)).contains(" http://127.0.0.1:8080/ ");
        verify("with console", startupBanner);
    }

    @Test
    void saysThatItSpeaksTls() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("https", "::1", 8443),
                false,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                false);

        assertThat(startupBanner.lines().get(0)).contains("https://[::1]:8443 ");
        assertThat(startupBanner.lines().get(1)).contains("https://[::1]:8443/");
    }

    @Test
    void saysThatAServerIsOpen() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "0.0.0.0", 80),
                true,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V006),
                false);

        verify("open", startupBanner);
    }

    @Test
    void saysLoudlyThatADemoIsOne() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "::1", 8080),
                false,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                true);

        assertThat(startupBanner.lines().get(0)).startsWith("DEMO: ");
        assertThat(startupBanner.lines().get(1)).contains("http://[::1]:8080 ");
        verify("demo", startupBanner);
    }

    @Test
    void promisesNoWayToOpenADemo() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("http", "127.0.0.1", 8080),
                false,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                true);

        assertThat(startupBanner.lines().get(1)).doesNotContain("--open", "ALLOW_OPEN");
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

        assertThat(startupBanner.lines().get(0)).contains("970C...1b33", "school");
        verify("two projects", startupBanner);
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

        verify("callers", new StartupBanner(new Address("http", "0.0.0.0", 80), false, false, guarded, false));
    }

    @Test
    void showsTheAddressOfHealthAndMetrics() {
        StartupBanner startupBanner = new StartupBanner(
                new Address("https", "0.0.0.0", 8443, OptionalInt.of(9090)),
                true,
                false,
                state(ConfiguredProjects.of(PROJECT), TokenFormat.V007),
                false);

        verify("management port", startupBanner);
        assertThat(startupBanner.lines())
                .anySatisfy(line -> assertThat(line).contains("http://localhost:9090/health/ready"));
    }

    private static void verify(String testCase, StartupBanner startupBanner) {
        ApprovedMessages.verify(testCase, String.join("\n", startupBanner.lines()));
    }

    private static ServingState state(ConfiguredProjects projects, TokenFormat format) {
        IssuingDefaults defaults =
                new IssuingDefaults(projects.defaultProject(), format, IssuingDefaults.STANDARD.lifetime());
        TokenIssuer issuer = new TokenIssuer(projects, defaults, InstantSource.system(), () -> Salt.of(1));
        return new ServingState(
                projects,
                defaults,
                List.of(),
                new ConfigSnapshot(
                        AuthorizingIssuer.open(issuer),
                        new Verifier(projects, InstantSource.system()),
                        Optional.empty()));
    }
}
