package dev.agoratoken.http.error;

import dev.agoratoken.token.TokenException;
import java.util.Objects;

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

    /** Returns the message, which is never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    TokenException reason() {
        return reason;
    }
}
