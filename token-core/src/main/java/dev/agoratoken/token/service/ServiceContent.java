package dev.agoratoken.token.service;

import java.util.List;
import java.util.Optional;

/**
 * A service as it is in a token of format 007: its type, its privileges in the order of the token, and one value for
 * each field of the type. Nothing is validated: names may be empty or not valid, privileges unknown or repeated.
 *
 * @param type what the token opens
 * @param privileges known or not
 * @param values in the order of {@link ServiceType#fields}
 */
public record ServiceContent(ServiceType type, List<PrivilegeEntry> privileges, List<FieldValue> values) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is not one value for each field of the type
     */
    public ServiceContent {
        privileges = List.copyOf(privileges);
        values = List.copyOf(values);
        if (values.size() != type.fields().size()) {
            throw new IllegalArgumentException(type + " has the fields " + type.fields());
        }
    }

    /**
     * {@return the text of a field; empty if the service does not have that field or it is not a text}
     *
     * @param field such as {@link Field#CHANNEL}
     */
    public Optional<String> text(Field field) {
        return value(field).filter(FieldValue.Text.class::isInstance).map(text -> ((FieldValue.Text) text).value());
    }

    /**
     * {@return the value of a field; empty if services of this type do not have it}
     *
     * @param field such as {@link Field#CHANNEL}
     */
    public Optional<FieldValue> value(Field field) {
        int index = type.fields().indexOf(field);
        return index < 0 ? Optional.empty() : Optional.of(values.get(index));
    }
}
