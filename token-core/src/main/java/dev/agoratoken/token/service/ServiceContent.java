package dev.agoratoken.token.service;

import java.util.List;
import java.util.Optional;

/**
 * A service as it stands in a token of format 007: its type, its privileges in the order of the token, and one value for
 * each field of the type. Nothing here is judged: names may be empty or illegal, privileges unknown or repeated.
 */
public record ServiceContent(ServiceType type, List<PrivilegeEntry> privileges, List<FieldValue> values) {
    public ServiceContent {
        privileges = List.copyOf(privileges);
        values = List.copyOf(values);
        if (values.size() != type.fields().size()) {
            throw new IllegalArgumentException(type + " has the fields " + type.fields());
        }
    }

    /** The text of that field, if the service has it and it is a text. */
    public Optional<String> text(Field field) {
        return value(field) instanceof FieldValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The value of that field, or null if services of this type have no such field. */
    public FieldValue value(Field field) {
        int index = type.fields().indexOf(field);
        return index < 0 ? null : values.get(index);
    }
}
