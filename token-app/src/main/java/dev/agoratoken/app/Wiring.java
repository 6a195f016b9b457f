package dev.agoratoken.app;

import dev.agoratoken.app.audit.Audits;
import dev.agoratoken.app.callers.InMemoryRates;
import dev.agoratoken.app.callers.RandomKeys;
import dev.agoratoken.app.config.SettingsSource;
import dev.agoratoken.app.login.ProviderKeys;
import dev.agoratoken.app.process.Environment;
import dev.agoratoken.app.process.ProcessOperator;
import dev.agoratoken.app.process.Terminal;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.serve.PolicyTrial;
import dev.agoratoken.app.serve.Server;
import dev.agoratoken.app.serve.StateReader;
import dev.agoratoken.app.settings.ConfigReader;
import dev.agoratoken.app.settings.ReportedConfig;
import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.IssuerSource;
import dev.agoratoken.cli.port.Operator;
import dev.agoratoken.cli.port.VerifierSource;
import dev.agoratoken.http.settings.BuildFacts;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.SaltSource;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.verify.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;

/** Makes every service of the program, in reading order. */
public final class Wiring {
    private static final Duration PATIENCE_WITH_PROVIDERS = Duration.ofSeconds(5);

    private Wiring() {}

    /** The command line with everything behind it. */
    public static CliAdapter commandLine(Environment environment) {
        SettingsSource settings = new SettingsSource(environment);
        IssuerSource issuers = overrides -> {
            ConfigReader config = new ConfigReader(settings.load(overrides));
            ConfiguredProjects projects = config.projects();
            return issuer(projects, config.issuingDefaults(projects.meant()));
        };
        VerifierSource verifiers = overrides ->
                new Verifier(new ConfigReader(settings.load(overrides)).anyProjects(), InstantSource.system());
        Server server = new Server(settings, Wiring::states, build(), environment.shutdown());
        Operator operator = new ProcessOperator(Terminal.showsErrors(), Terminal.isTypedInto(), environment.shutdown());
        CliPorts ports = new CliPorts(
                issuers,
                verifiers,
                new ReportedConfig(settings),
                new PolicyTrial(settings, states(Audits.NONE)),
                new RandomKeys(),
                server,
                operator,
                InstantSource.system());
        return new CliAdapter(ports, version(), environment.screen());
    }

    private static StateReader states(Audits audits) {
        InstantSource clock = InstantSource.system();
        return new StateReader(
                Wiring::issuer,
                new InMemoryRates(clock),
                new ProviderKeys(PATIENCE_WITH_PROVIDERS, clock),
                audits,
                clock);
    }

    private static TokenIssuer issuer(Projects projects, IssuingDefaults defaults) {
        return new TokenIssuer(projects, defaults, InstantSource.system(), SaltSource.unrepeating());
    }

    private static BuildFacts build() {
        return new BuildFacts("agora-token", version(), System.getProperty("java.version"));
    }

    private static String version() {
        try (InputStream properties = Wiring.class.getResourceAsStream("/agora-token.properties")) {
            Properties build = new Properties();
            build.load(properties);
            return build.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
