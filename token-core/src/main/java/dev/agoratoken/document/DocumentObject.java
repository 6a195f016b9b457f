package dev.agoratoken.document;

import dev.agoratoken.text.DidYouMean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of an object in a document. A field with the value null counts as absent. */
record DocumentObject(Map<?, ?> fields, FieldPath path, ValidationErrors errors) {
    boolean has(String field) {
        return fields.get(field) != null;
    }

    Optional<DocumentValue> get(String field) {
        Object received = fields.get(field);
        return received == null ? Optional.empty() : Optional.of(value(field, received));
    }

    /** Returns a field; reports an error if it is missing. */
    Optional<DocumentValue> require(String field, String remedy) {
        Optional<DocumentValue> value = get(field);
        return value.isPresent() ? value : rejectMissing(field, "missing", remedy);
    }

    /** Reports a missing field, unless a field was reported that is probably meant as this one. */
    <T> Optional<T> rejectMissing(String field, String problem, String remedy) {
        return isMistyped(field) ? Optional.empty() : reject(field, problem, remedy);
    }

    private boolean isMistyped(String field) {
        return fields.keySet().stream()
                .map(String.class::cast)
                .filter(name -> errors.has(path.field(name)))
                .anyMatch(name -> DidYouMean.of(name, List.of(field)).isPresent());
    }

    /** Whether a field is present and true. */
    boolean isTrue(String field) {
        return get(field).flatMap(DocumentValue::flag).orElse(false);
    }

    /**
     * Returns all fields in their order, including those with the value null; for objects whose field names come from a
     * vocabulary.
     */
    Map<String, DocumentValue> entries() {
        Map<String, DocumentValue> entries = new LinkedHashMap<>();
        fields.forEach((name, received) -> entries.put((String) name, value((String) name, received)));
        return entries;
    }

    /** Reports an error for every unknown field. */
    void allowOnly(List<String> known, String owner) {
        for (Object name : fields.keySet()) {
            if (!known.contains(name)) {
                errors.addUnknownField(
                        path.field((String) name), "unknown field in " + owner, DidYouMean.among((String) name, known));
            }
        }
    }

    <T> Optional<T> reject(String field, String problem, String remedy) {
        errors.add(path.field(field), problem, remedy);
        return Optional.empty();
    }

    /** Reports an error about the object itself. */
    void reject(String problem, String remedy) {
        errors.add(path, problem, remedy);
    }

    private DocumentValue value(String field, @Nullable Object received) {
        return new DocumentValue(received, path.field(field), errors);
    }
}
