package dev.agoratoken.cli.port;

import dev.agoratoken.document.FieldError;
import dev.agoratoken.token.TokenException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A server did not do what a command asked for, or did not answer. */
public final class ServerException extends TokenException {
    private static final long serialVersionUID = 1L;

    private final boolean denied;
    /** The contents of {@link #errors}. Unlike lists, arrays are always serializable, as an exception must be. */
    private final String[] fields;

    private final String[] messages;

    /**
     * Creates an exception.
     *
     * @param code the code of the server's answer
     * @param denied whether the request was understood, and denied
     * @param errors at least one
     */
    public ServerException(String code, boolean denied, List<FieldError> errors) {
        super(code, errors.stream().map(FieldError::toString).collect(Collectors.joining(" | ")));
        this.denied = denied;
        this.fields = errors.stream().map(FieldError::field).toArray(String[]::new);
        this.messages = errors.stream().map(FieldError::message).toArray(String[]::new);
    }

    /** Whether the server understood the request and denied it: no right, no such ban, another ban with the id. */
    public boolean isDenied() {
        return denied;
    }

    /** What is wrong, with the field names of the HTTP API. */
    public List<FieldError> errors() {
        return IntStream.range(0, fields.length)
                .mapToObj(i -> new FieldError(fields[i], messages[i]))
                .toList();
    }
}
