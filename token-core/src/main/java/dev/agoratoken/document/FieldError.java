package dev.agoratoken.document;

import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenException;
import java.util.List;
import java.util.Map;

/**
 * An error about a field of a document.
 *
 * @param field the path, such as {@code services[0].channel}
 * @param message what is wrong; what to do
 */
public record FieldError(String field, String message) {
    /** Fields with another name in documents. */
    private static final Map<String, String> IN_DOCUMENTS = Map.of("lifetime", "expiresIn");

    /** Returns the errors of a failure with the field names of documents; empty if it concerns no field. */
    public static List<FieldError> of(TokenException failure) {
        if (failure instanceof InvalidDocumentException document) {
            return document.errors();
        }
        if (failure instanceof InvalidValueException value) {
            return List.of(named(value.field(), value.problem() + "; " + value.remedy()));
        }
        return failure instanceof AccessDeniedException refused
                ? List.of(named(refused.path(), refused.problem()))
                : List.of();
    }

    private static FieldError named(String field, String message) {
        return new FieldError(IN_DOCUMENTS.getOrDefault(field, field), message);
    }

    @Override
    public String toString() {
        return field + ": " + message;
    }
}
