package dev.agoratoken.app.callers;

import dev.agoratoken.issuing.policy.caller.ApiKey;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** Generates random API keys. */
public final class ApiKeyGenerator implements Supplier<ApiKey> {
    @Override
    public ApiKey get() {
        byte[] bytes = new byte[ApiKey.BYTES];
        new SecureRandom().nextBytes(bytes);
        return ApiKey.of(bytes);
    }
}
