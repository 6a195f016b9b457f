package dev.agoratoken.document;

import dev.agoratoken.token.TokenException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A document with unknown fields (code {@code unknown_field}) or invalid values ({@code invalid_value}). It contains
 * the errors of all fields.
 */
public final class InvalidDocumentException extends TokenException {
    private static final long serialVersionUID = 1L;

    /** The contents of {@link #errors}. Unlike lists, arrays are always serializable, as an exception must be. */
    private final String[] fields;

    private final String[] messages;

    InvalidDocumentException(List<FieldError> errors, boolean hasUnknownFields) {
        super(
                hasUnknownFields ? "unknown_field" : "invalid_value",
                errors.stream().map(FieldError::toString).collect(Collectors.joining(" | ")));
        this.fields = errors.stream().map(FieldError::field).toArray(String[]::new);
        this.messages = errors.stream().map(FieldError::message).toArray(String[]::new);
    }

    /**
     * All errors, in the order of reading; at least one. After twenty, the last one is the number of further errors.
     */
    public List<FieldError> errors() {
        return IntStream.range(0, fields.length)
                .mapToObj(i -> new FieldError(fields[i], messages[i]))
                .toList();
    }
}
