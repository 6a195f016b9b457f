package dev.agoratoken.cli.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and checks the configuration. */
public interface ConfigInspector {
    /**
     * Returns the configuration in effect.
     *
     * @throws dev.agoratoken.token.TokenException if a setting is missing or invalid
     */
    List<Entry> read(ConfigOverrides configOverrides);

    /**
     * Returns the configuration in effect, if the server would start with it.
     *
     * @throws dev.agoratoken.token.TokenException if a setting is missing or invalid, or contradicts another
     */
    List<Entry> check(ConfigOverrides configOverrides);

    /**
     * One value of the configuration.
     *
     * @param name its key in the configuration file
     * @param value the value as text; secrets are hidden
     * @param origin the source of the value
     * @param warning why the value is probably a mistake; absent if there is no warning
     */
    record Entry(
            String name,
            String value,
            String origin,
            @Nullable String warning) {
        public Entry(String name, String value, String origin) {
            this(name, value, origin, null);
        }
    }
}
