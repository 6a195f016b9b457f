package dev.agoratoken.app.redis;

import java.util.Objects;

/** Redis did not answer in time, or with an error. The message is for operators. */
public final class RedisUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    RedisUnavailableException(String problem) {
        super(problem, null, false, false);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
