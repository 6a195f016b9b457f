package dev.agoratoken.issuing.policy.caller;

import java.util.Base64;
import java.util.Objects;

/** A secret by which a program shows who it is. It never prints. */
public final class ApiKey {
    /** How many bytes of chance are in a new one. */
    public static final int BYTES = 32;

    /** By this, scanners for leaked secrets know one when they see it. */
    private static final String PREFIX = "agt_";

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /** A key as somebody presents it, whatever it looks like. */
    public static ApiKey presented(String text) {
        return new ApiKey(Objects.requireNonNull(text));
    }

    /** The key that is made of those bytes, which nobody must be able to guess. */
    public static ApiKey of(byte[] random) {
        return new ApiKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The key itself, to be handed to the one who asked for it. */
    public String reveal() {
        return text;
    }

    /** What may be kept of it. */
    public ApiKeyHash hash() {
        return ApiKeyHash.of(Sha256.hex(text));
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
