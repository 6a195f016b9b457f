package dev.agoratoken.token;

/**
 * What an error is about: the name of a value, and where it was read.
 *
 * @param name the field of a request ({@code services[0].channel}), the command-line option, the setting
 *     ({@code server.port}) or the environment variable
 * @param source where a setting was read, such as {@code environment} or {@code agora-token.yaml line 7}; empty where the
 *     name is enough
 */
public record FieldName(String name, String source) {
    /**
     * {@return a name without a source}
     *
     * @param name the field, option, setting or variable
     */
    public static FieldName of(String name) {
        return new FieldName(name, "");
    }

    /** {@code channel}, or {@code SERVER_PORT (environment)}. */
    @Override
    public String toString() {
        return source.isEmpty() ? name : name + " (" + source + ")";
    }
}
