package dev.agoratoken.issuing.policy.caller;

import dev.agoratoken.text.Ascii;
import dev.agoratoken.token.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * The SHA-256 of an API key: enough to recognize the key, and useless to an attacker who reads it. Keys are long and
 * random, so a slow hash would gain nothing (docs/adr/0019-api-keys-are-hashed-with-sha-256.md).
 */
public final class ApiKeyHash {
    private static final int DIGITS = 64;

    private final String hex;

    private ApiKeyHash(String hex) {
        this.hex = hex;
    }

    /**
     * Reads 64 hexadecimal digits.
     *
     * @throws InvalidValueException if the text is anything else; the message does not show it, since it may be the key
     */
    public static ApiKeyHash of(String hex) {
        String lower = hex == null ? "" : hex.toLowerCase(Locale.ROOT);
        if (lower.length() != DIGITS || !lower.chars().allMatch(Ascii::isHexDigit)) {
            throw new InvalidValueException(
                    "key-sha256", "invalid SHA-256", "use the 64 hexadecimal digits that 'key new' prints");
        }
        return new ApiKeyHash(lower);
    }

    /** All 64 digits, in lower case. */
    public String hex() {
        return hex;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKeyHash that && MessageDigest.isEqual(bytes(), that.bytes());
    }

    private byte[] bytes() {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    /** The first 8 digits only. */
    @Override
    public String toString() {
        return hex.substring(0, 8) + "...";
    }
}
