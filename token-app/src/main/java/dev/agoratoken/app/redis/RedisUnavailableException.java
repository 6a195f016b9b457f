package dev.agoratoken.app.redis;

/** Redis did not answer in time, or with an error. The message is for operators. */
public final class RedisUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    RedisUnavailableException(String problem) {
        super(problem, null, false, false);
    }
}
