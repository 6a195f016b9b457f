package dev.agoratoken.http.error;

import dev.agoratoken.token.TokenException;

/** A refusal in the shape of the old GET routes. */
public final class LegacyErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final TokenException reason;

    public LegacyErrorException(String key, String beginning, TokenException reason) {
        super(beginning + reason.getMessage(), reason);
        this.key = key;
        this.reason = reason;
    }

    /** The key under which the old servers say it. */
    String key() {
        return key;
    }

    TokenException reason() {
        return reason;
    }
}
