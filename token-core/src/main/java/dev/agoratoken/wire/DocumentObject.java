package dev.agoratoken.wire;

import dev.agoratoken.token.DidYouMean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of an object in a document. One that is null counts as left out. */
record DocumentObject(Map<?, ?> fields, FieldPath path, ValidationErrors errors) {
    boolean has(String field) {
        return fields.get(field) != null;
    }

    Optional<DocumentValue> get(String field) {
        return has(field) ? Optional.of(value(field, fields.get(field))) : Optional.empty();
    }

    /** That field, or a complaint that it is missing. */
    Optional<DocumentValue> require(String field, String remedy) {
        Optional<DocumentValue> value = get(field);
        return value.isPresent() ? value : reject(field, "missing", remedy);
    }

    /** Whether that field is there and true. */
    boolean isTrue(String field) {
        return get(field).flatMap(DocumentValue::flag).orElse(false);
    }

    /** All fields in their order, for objects whose names are chosen from a vocabulary; null is a value here. */
    Map<String, DocumentValue> entries() {
        Map<String, DocumentValue> entries = new LinkedHashMap<>();
        fields.forEach((name, received) -> entries.put((String) name, value((String) name, received)));
        return entries;
    }

    /** Complains about every field that is not among the known ones. */
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

    /** A complaint about the object as a whole. */
    void reject(String problem, String remedy) {
        errors.add(path, problem, remedy);
    }

    private DocumentValue value(String field, Object received) {
        return new DocumentValue(received, path.field(field), errors);
    }
}
