package dev.agoratoken.app;

import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingsLoader;
import dev.agoratoken.app.process.ProcessEnvironment;
import dev.agoratoken.app.process.ReloadSignal;
import dev.agoratoken.app.settings.ConfigReader;
import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.port.OutputStyle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        return new ConfigReader(settings(folder, variables, ConfigOverrides.NONE));
    }

    public static ResolvedSettings settings(
            Path folder, Map<String, String> variables, ConfigOverrides configOverrides) {
        return new SettingsLoader(environment(folder, variables, "")).load(configOverrides);
    }

    public static ProcessEnvironment environment(Path folder, Map<String, String> variables, String in) {
        return new ProcessEnvironment(
                variables,
                folder,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                OutputStyle.PIPED,
                finish -> {
                    throw new AssertionError("nothing was started");
                },
                ReloadSignal.ofNothing());
    }

    /** The command line with everything behind it. */
    public static CliAdapter commandLine(ProcessEnvironment processEnvironment) {
        return Wiring.commandLine(processEnvironment);
    }

    public static ConfigOverrides configFile(String name) {
        return new ConfigOverrides(Optional.empty(), Optional.empty(), Optional.of(name));
    }

    public static void write(Path folder, String name, String... lines) {
        try {
            Files.writeString(folder.resolve(name), String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
