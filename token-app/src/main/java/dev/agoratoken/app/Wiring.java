package dev.agoratoken.app;

import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.IssuerSource;
import dev.agoratoken.cli.Overrides;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.SaltSource;
import dev.agoratoken.issuing.TokenIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Makes every service of the program, in reading order. */
final class Wiring {
    private Wiring() {}

    /**
     * The command line with everything behind it.
     *
     * @param environment the variables of the process
     * @param workingDirectory where {@code .env} is looked for
     */
    static CliAdapter commandLine(Map<String, String> environment, Path workingDirectory, Shutdown shutdown) {
        SettingsSource settings = new SettingsSource(environment, workingDirectory);
        IssuerSource issuers = overrides -> {
            ConfigReader config = new ConfigReader(settings.load(overrides));
            return issuer(config.project(), config.issuingDefaults());
        };
        Server server = new Server(() -> new ConfigReader(settings.load(Overrides.NONE)), Wiring::issuer, shutdown);
        return new CliAdapter(issuers, server, version());
    }

    private static TokenIssuer issuer(Project project, IssuingDefaults defaults) {
        Projects projects = name -> name.equals(project.name()) ? Optional.of(project) : Optional.empty();
        return new TokenIssuer(projects, defaults, InstantSource.system(), SaltSource.unrepeating());
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
