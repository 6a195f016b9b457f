package dev.agoratoken.app;

import dev.agoratoken.http.settings.BuildInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The version and the commit that the build wrote into the program. */
final class BuildProperties {
    private static final String DIRTY = "-dirty";
    private static final int SHORT_COMMIT = 12;

    private BuildProperties() {}

    static BuildInfo read() {
        try (InputStream file = BuildProperties.class.getResourceAsStream("/agora-token.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return of(properties, System.getProperty("java.version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BuildInfo of(Properties properties, String javaVersion) {
        String dirty = properties.getProperty("dirty").equals("true") ? DIRTY : "";
        Optional<String> commit = Optional.of(properties.getProperty("commit"))
                .filter(id -> !id.isEmpty())
                .map(id -> id + dirty);
        return new BuildInfo("agora-token", properties.getProperty("version"), commit, javaVersion);
    }

    /** What {@code --version} prints after the name: the version, and the start of the commit. */
    static String versionLine(BuildInfo build) {
        return build.commit()
                .map(commit -> build.version() + " (" + shortened(commit) + ")")
                .orElse(build.version());
    }

    private static String shortened(String commit) {
        return commit.substring(0, SHORT_COMMIT) + (commit.endsWith(DIRTY) ? DIRTY : "");
    }
}
