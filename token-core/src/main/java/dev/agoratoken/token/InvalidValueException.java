package dev.agoratoken.token;

/**
 * A value that is not valid in a token, or that names nothing.
 *
 * <p>The message is one line, {@code field: what is wrong; what to do}, with the received value unless that is a
 * secret.
 */
public final class InvalidValueException extends TokenException {
    private static final long serialVersionUID = 1L;

    /** The contents of {@link #fieldName}. An exception must be serializable. */
    private final String field;

    private final String source;
    private final String problem;
    private final String remedy;

    public InvalidValueException(String field, String problem, String remedy) {
        this(FieldName.of(field), problem, remedy);
    }

    public InvalidValueException(FieldName field, String problem, String remedy) {
        super("invalid_value", field + ": " + problem + "; " + remedy);
        this.field = field.name();
        this.source = field.source();
        this.problem = problem;
        this.remedy = remedy;
    }

    /** The name of the rejected field, such as {@code channel}, or its path, such as {@code services[0].channel}. */
    public String field() {
        return field;
    }

    /** The same name with the source of the value, if the value is a setting. */
    public FieldName fieldName() {
        return new FieldName(field, source);
    }

    /** What is wrong, with the received value. */
    public String problem() {
        return problem;
    }

    /** What to do, as one clause without a full stop. */
    public String remedy() {
        return remedy;
    }

    /** Returns the same failure with the name that the caller uses for the field. */
    public InvalidValueException withField(String otherField) {
        return withField(FieldName.of(otherField));
    }

    /** Returns the same failure with the name that the caller uses for the field, and the source of the value. */
    public InvalidValueException withField(FieldName otherField) {
        return new InvalidValueException(otherField, problem, remedy);
    }
}
