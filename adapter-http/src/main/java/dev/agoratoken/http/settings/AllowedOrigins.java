package dev.agoratoken.http.settings;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which web pages may call the server: none, all, or those of a list (docs/reference/http-contract.md#headers). */
public record AllowedOrigins(boolean all, List<String> listed) {
    /** No page of another origin may call. */
    public static final AllowedOrigins NONE = new AllowedOrigins(false, List.of());

    private static final String ANY = "*";

    /** As browsers send it: in lower case, without a path, and with a port only if it is not the usual one. */
    private static final Pattern ORIGIN =
            Pattern.compile("([a-z][a-z0-9+.-]*)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?/?");

    public AllowedOrigins {
        listed = List.copyOf(listed);
    }

    /**
     * Reads {@code CORS_ALLOW_ORIGIN}: {@code *} for all, or origins with commas between.
     *
     * @throws InvalidValueException if one of them is none, or {@code *} stands beside others
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
        return port == null || isPlainOrigin(parts.group(1), port) ? origin : origin + port;
    }

    private static boolean isPlainOrigin(String scheme, String port) {
        return scheme.equals("https") && port.equals(":443") || scheme.equals("http") && port.equals(":80");
    }

    /** Whether pages of that origin may call. */
    public boolean allow(String origin) {
        return all || listed.contains(origin);
    }
}
