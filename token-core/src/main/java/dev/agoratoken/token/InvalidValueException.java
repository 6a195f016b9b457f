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

    /** The rest of {@link #fieldName}. */
    private final String source;
    /** See {@link #problem()}. */
    private final String problem;
    /** See {@link #remedy()}. */
    private final String remedy;

    /**
     * Creates the failure of a field.
     *
     * @param field the name of the field, or its path
     * @param problem what is wrong, with the received value unless it is a secret
     * @param remedy what to do, as one clause without a full stop
     */
    public InvalidValueException(String field, String problem, String remedy) {
        this(FieldName.of(field), problem, remedy);
    }

    /**
     * Creates the failure of a field or setting.
     *
     * @param field the name with the source of the value
     * @param problem what is wrong, with the received value unless it is a secret
     * @param remedy what to do, as one clause without a full stop
     */
    public InvalidValueException(FieldName field, String problem, String remedy) {
        super("invalid_value", field + ": " + problem + "; " + remedy);
        this.field = field.name();
        this.source = field.source();
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * {@return the name of the rejected field, such as {@code channel}, or its path, such as {@code
     * services[0].channel}}
     */
    public String field() {
        return field;
    }

    /** {@return the same name with the source of the value, if the value is a setting} */
    public FieldName fieldName() {
        return new FieldName(field, source);
    }

    /** {@return what is wrong, with the received value} */
    public String problem() {
        return problem;
    }

    /** {@return what to do, as one clause without a full stop} */
    public String remedy() {
        return remedy;
    }

    /**
     * {@return the same failure with the name that the caller uses for the field}
     *
     * @param otherField a name or path
     */
    public InvalidValueException withField(String otherField) {
        return withField(FieldName.of(otherField));
    }

    /**
     * {@return the same failure with the name that the caller uses for the field, and the source of the value}
     *
     * @param otherField a name or path, and where the value was read
     */
    public InvalidValueException withField(FieldName otherField) {
        return new InvalidValueException(otherField, problem, remedy);
    }
}
