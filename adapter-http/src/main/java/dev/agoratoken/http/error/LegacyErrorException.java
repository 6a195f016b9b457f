package dev.agoratoken.http.error;

import dev.agoratoken.token.TokenException;

/** A failure of a compatible GET route, reported in the format of that route. */
public final class LegacyErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final TokenException reason;

    public LegacyErrorException(String key, String prefix, TokenException reason) {
        super(prefix + reason.getMessage(), reason);
        this.key = key;
        this.reason = reason;
    }

    /** The JSON field that holds the message. */
    String key() {
        return key;
    }

    TokenException reason() {
        return reason;
    }
}
