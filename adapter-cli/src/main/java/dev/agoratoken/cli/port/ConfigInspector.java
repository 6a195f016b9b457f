package dev.agoratoken.cli.port;

import java.util.List;

/** Explains the configuration. */
public interface ConfigInspector {
    /**
     * The whole configuration as it takes effect.
     *
     * @throws dev.agoratoken.token.TokenException if something is missing or wrong
     */
    List<Entry> read(ConfigOverrides configOverrides);

    /**
     * The same, if the server would start with it.
     *
     * @throws dev.agoratoken.token.TokenException if something is missing or wrong, or it would not
     */
    List<Entry> check(ConfigOverrides configOverrides);

    /**
     * One value of it.
     *
     * @param name its place in the configuration file
     * @param value the value in words; a secret is hidden
     * @param origin where it comes from
     * @param warning what is most likely not meant, though it is possible; absent if there is nothing
     */
    record Entry(String name, String value, String origin, String warning) {
        public Entry(String name, String value, String origin) {
            this(name, value, origin, null);
        }
    }
}
