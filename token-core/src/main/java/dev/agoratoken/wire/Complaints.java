package dev.agoratoken.wire;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a document, gathered while it is read, so that its author learns everything at once. */
final class Complaints {
    private final List<FieldError> errors = new ArrayList<>();
    private boolean unknownFields;

    void add(Place place, String problem, String remedy) {
        errors.add(new FieldError(place.path(), problem + "; " + remedy));
    }

    void addUnknownField(Place place, String problem, String remedy) {
        unknownFields = true;
        add(place, problem, remedy);
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidDocumentException if there is any complaint
     */
    void raise() {
        if (!errors.isEmpty()) {
            throw new InvalidDocumentException(errors, unknownFields);
        }
    }
}
