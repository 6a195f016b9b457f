package dev.agoratoken.document;

import dev.agoratoken.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** The errors of a document, collected while it is read, so that its author gets all of them at once. */
final class ValidationErrors {
    /** The maximum number of reported errors, since a document can contain thousands. */
    private static final int MAX_ERRORS = 20;

    private final List<FieldError> errors = new ArrayList<>();
    private int more;
    private boolean unknownFields;

    void add(FieldPath fieldPath, String problem, String remedy) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(new FieldError(fieldPath.path(), problem + "; " + remedy));
        } else {
            more++;
        }
    }

    void addUnknownField(FieldPath fieldPath, String problem, String remedy) {
        unknownFields = true;
        add(fieldPath, problem, remedy);
    }

    boolean has(FieldPath fieldPath) {
        return errors.stream().anyMatch(error -> error.field().equals(fieldPath.path()));
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    /**
     * Ends the reading of a document.
     *
     * @throws InvalidDocumentException if there is any error
     */
    void throwIfAny() {
        if (more > 0) {
            errors.add(new FieldError(FieldPath.TOP.path(), Printable.count(more, "more error") + "; fix these first"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidDocumentException(errors, unknownFields);
        }
    }
}
