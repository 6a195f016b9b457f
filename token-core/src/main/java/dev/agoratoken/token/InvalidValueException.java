package dev.agoratoken.token;

/**
 * A value that no token may hold, or that names nothing.
 *
 * <p>The message is one line, {@code field: what is wrong; what would be right}, with the value as it was received
 * wherever that value is no secret.
 */
public final class InvalidValueException extends TokenException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;
    private final String remedy;

    public InvalidValueException(String field, String problem, String remedy) {
        super("invalid_value", field + ": " + problem + "; " + remedy);
        this.field = field;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** The name of the field that was refused, such as {@code channel}. */
    public String field() {
        return field;
    }

    /** What is wrong, with the value as received. */
    public String problem() {
        return problem;
    }

    /** What would be right, as one clause without a full stop. */
    public String remedy() {
        return remedy;
    }

    /** The same failure under the name that the caller knows the field by. */
    public InvalidValueException withField(String otherField) {
        return new InvalidValueException(otherField, problem, remedy);
    }
}
