package dev.agoratoken.http.settings;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Origins of web pages that may call the server: none, all or a list (docs/reference/http-contract.md#headers). */
public record AllowedOrigins(boolean all, List<String> listed) {
    /** No other origin is allowed. */
    public static final AllowedOrigins NONE = new AllowedOrigins(false, List.of());

    private static final String ANY = "*";

    /** The form that browsers send, apart from the trailing slash and the default port, which are removed. */
    private static final Pattern ORIGIN =
            Pattern.compile("([a-z][a-z0-9+.-]*)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?/?");

    public AllowedOrigins {
        listed = List.copyOf(listed);
    }

    /**
     * Parses {@code CORS_ALLOW_ORIGIN}: {@code *} for all, or origins separated by commas.
     *
     * @throws InvalidValueException if an origin is invalid, or {@code *} is combined with others
     */
    public static AllowedOrigins parse(String setting) {
        List<String> origins = Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
        if (origins.equals(List.of(ANY))) {
            return new AllowedOrigins(true, List.of());
        }
        return new AllowedOrigins(
                false, origins.stream().map(AllowedOrigins::origin).toList());
    }

    private static String origin(String text) {
        if (text.equals(ANY)) {
            throw new InvalidValueException(
                    "origins", "'*' is combined with other origins", "use '*' alone, or list the origins without it");
        }
        Matcher parts = ORIGIN.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new InvalidValueException(
                    "origins",
                    "invalid origin " + Printable.quote(text),
                    "use scheme://host or scheme://host:port, such as https://app.example.com, separated by commas");
        }
        String origin = parts.group(1) + "://" + parts.group(2);
        String port = parts.group(3);
        return port == null || isDefaultPort(parts.group(1), port) ? origin : origin + port;
    }

    private static boolean isDefaultPort(String scheme, String port) {
        return scheme.equals("https") && port.equals(":443") || scheme.equals("http") && port.equals(":80");
    }

    /** Returns whether the origin is allowed. */
    public boolean allow(String origin) {
        return all || listed.contains(origin);
    }
}
