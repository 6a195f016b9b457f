package dev.agoratoken.token.service;

import java.util.List;

/** The value of a {@link Field} as it is in a token. It is not validated. */
public sealed interface FieldValue {
    /**
     * A name.
     *
     * @param value the name; may be empty
     */
    record Text(String value) implements FieldValue {}

    /**
     * A signed 16-bit number.
     *
     * @param value -32768 to 32767
     */
    record Number(int value) implements FieldValue {}

    /**
     * Lists of names by resource type and access type, in the order of the token.
     *
     * @param entries one entry for each resource type and access type
     */
    record Permissions(List<PermissionEntry> entries) implements FieldValue {
        /** Copies the list. */
        public Permissions {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The names of one resource type that one access type covers. Both numbers may be unknown.
     *
     * @param resourceType the number of a {@link ResourceType}
     * @param permissionType the number of an {@link AccessType}
     * @param names names or patterns
     */
    record PermissionEntry(int resourceType, int permissionType, List<String> names) {
        /** Copies the list. */
        public PermissionEntry {
            names = List.copyOf(names);
        }
    }
}
