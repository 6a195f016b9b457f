package dev.agoratoken.token;

import java.util.Objects;

/** The base of all failures of this library. Each has a stable code that scripts may depend on. */
public abstract class TokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** See {@link #code()}. */
    private final String code;

    /**
     * Creates a failure.
     *
     * @param code a stable name in snake_case
     * @param message one line, {@code field: what is wrong; what to do}
     */
    protected TokenException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@return the stable, machine-readable name of this failure, such as {@code invalid_value}} */
    public final String code() {
        return code;
    }

    /** Returns the message, which is never null. */
    @Override
    public final String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
