package dev.agoratoken.issuing.policy.caller;

import java.util.Base64;
import java.util.Objects;

/** The secret of a program that requests tokens. Never prints. */
public final class ApiKey {
    /** The number of random bytes in a new key. */
    public static final int BYTES = 32;

    /** Marks keys for scanners that search for leaked secrets. */
    private static final String PREFIX = "agt_";

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /** Creates a key from received text, which is not validated. */
    public static ApiKey presented(String text) {
        return new ApiKey(Objects.requireNonNull(text));
    }

    /** Creates a key from random bytes, which must be unpredictable. */
    public static ApiKey of(byte[] random) {
        return new ApiKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The key, to be given to the person who created it. */
    public String reveal() {
        return text;
    }

    /** The hash, which may be stored. */
    public ApiKeyHash hash() {
        return ApiKeyHash.of(Sha256.hex(text));
    }

    @Override
    public String toString() {
        return "ApiKey[redacted]";
    }
}
