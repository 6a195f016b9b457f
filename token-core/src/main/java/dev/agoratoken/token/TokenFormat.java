package dev.agoratoken.token;

import dev.agoratoken.text.Labels;
import dev.agoratoken.text.Printable;
import java.util.List;

/** The token formats that Agora accepts. The text of a token begins with the three digits. */
public enum TokenFormat {
    /** "AccessToken" of 2019: one RTC or one RTM service, absolute expiry times. */
    V006("006"),
    /** "AccessToken2" of 2022: one or more services of any type, expiry relative to the issue time. */
    V007("007");

    private final String prefix;

    TokenFormat(String prefix) {
        this.prefix = prefix;
    }

    /** {@return the first three characters of the token} */
    public String prefix() {
        return prefix;
    }

    /**
     * {@return the format with that prefix}
     *
     * @param name {@code 006} or {@code 007}
     * @throws InvalidValueException if the prefix is neither {@code 006} nor {@code 007}
     */
    public static TokenFormat fromPrefix(String name) {
        return Labels.find(List.of(values()), TokenFormat::prefix, name)
                .orElseThrow(() -> new InvalidValueException(
                        "format", "unknown token format " + Printable.quote(name), "use 007 or 006"));
    }

    @Override
    public String toString() {
        return prefix;
    }
}
