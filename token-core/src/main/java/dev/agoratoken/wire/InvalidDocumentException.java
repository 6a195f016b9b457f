package dev.agoratoken.wire;

import dev.agoratoken.token.TokenException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A document that cannot be used: one that holds fields nobody knows (code {@code unknown_field}), or values that are
 * refused ({@code invalid_value}). It names every bad field at once.
 */
public final class InvalidDocumentException extends TokenException {
    private static final long serialVersionUID = 1L;

    /** What {@link #errors} are made of: unlike lists, arrays can always be serialized, as an exception has to be. */
    private final String[] fields;

    private final String[] messages;

    InvalidDocumentException(List<FieldError> errors, boolean hasUnknownFields) {
        super(
                hasUnknownFields ? "unknown_field" : "invalid_value",
                errors.stream().map(FieldError::toString).collect(Collectors.joining(" | ")));
        this.fields = errors.stream().map(FieldError::field).toArray(String[]::new);
        this.messages = errors.stream().map(FieldError::message).toArray(String[]::new);
    }

    /** Every bad field, in the order in which they were read; at least one. After twenty, how many more there are. */
    public List<FieldError> errors() {
        return IntStream.range(0, fields.length)
                .mapToObj(i -> new FieldError(fields[i], messages[i]))
                .toList();
    }
}
