package dev.agoratoken.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which web pages may call the server: none, all, or those of a list (reference/http-contract.md, Headers). */
public record AllowedOrigins(boolean all, List<String> listed) {
    /** No page of another origin may call. */
    public static final AllowedOrigins NONE = new AllowedOrigins(false, List.of());

    public AllowedOrigins {
        listed = List.copyOf(listed);
    }

    /** Reads {@code CORS_ALLOW_ORIGIN}: {@code *} for all, or origins with commas between. */
    public static AllowedOrigins parse(String setting) {
        if (setting.strip().equals("*")) {
            return new AllowedOrigins(true, List.of());
        }
        return new AllowedOrigins(
                false,
                Arrays.stream(setting.split(","))
                        .map(String::strip)
                        .filter(origin -> !origin.isEmpty())
                        .collect(Collectors.toList()));
    }

    /** Whether pages of that origin may call. */
    public boolean allow(String origin) {
        return all || listed.contains(origin);
    }
}
