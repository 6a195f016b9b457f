package dev.agoratoken.app;

import dev.agoratoken.app.audit.Audits;
import dev.agoratoken.app.callers.InMemoryRates;
import dev.agoratoken.app.config.Settings;
import dev.agoratoken.app.config.SettingsSource;
import dev.agoratoken.app.login.ProviderKeys;
import dev.agoratoken.app.process.Environment;
import dev.agoratoken.app.serve.ReadConfig;
import dev.agoratoken.app.serve.StateReader;
import dev.agoratoken.app.settings.ConfigReader;
import dev.agoratoken.app.settings.StartConfig;
import dev.agoratoken.cli.port.Overrides;
import dev.agoratoken.cli.port.Screen;
import dev.agoratoken.issuing.SaltSource;
import dev.agoratoken.issuing.TokenIssuer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Configurations in a folder of their own. */
public final class ConfigFixture {
    public static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
    public static final String OTHER_APP_ID = "0123456789abcdef0123456789ABCDEF";
    public static final String CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b";
    public static final String OTHER_CERTIFICATE = "aaaaaaaabbbbbbbbccccccccdddddddd";
    public static final String THIRD_CERTIFICATE = "00000000000000000000000000000007";

    private ConfigFixture() {}

    /** The configuration of a process that was started in that folder with those variables. */
    public static ConfigReader config(Path folder, Map<String, String> variables) {
        return new ConfigReader(settings(folder, variables, Overrides.NONE));
    }

    public static Settings settings(Path folder, Map<String, String> variables, Overrides overrides) {
        return new SettingsSource(environment(folder, variables, "")).load(overrides);
    }

    public static Environment environment(Path folder, Map<String, String> variables, String in) {
        return new Environment(
                variables,
                folder,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                Screen.NONE,
                finish -> {
                    throw new AssertionError("nothing was started");
                });
    }

    /** Reads what a server serves, by that clock. */
    public static StateReader states(InstantSource clock) {
        return states(clock, Audits.NONE);
    }

    public static StateReader states(InstantSource clock, Audits audits) {
        return new StateReader(
                (projects, defaults) -> new TokenIssuer(projects, defaults, clock, SaltSource.unrepeating()),
                new InMemoryRates(clock),
                new ProviderKeys(Duration.ofSeconds(60), clock),
                audits,
                clock);
    }

    /** Everything that a server reads which was started without options. */
    public static ReadConfig read(Settings settings, StateReader states) {
        return new ReadConfig(StartConfig.read(settings), states.read(settings));
    }

    public static Overrides configFile(String name) {
        return new Overrides(Optional.empty(), Optional.empty(), Optional.of(name));
    }

    public static void write(Path folder, String name, String... lines) {
        try {
            Files.writeString(folder.resolve(name), String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
