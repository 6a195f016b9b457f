package dev.agoratoken.token.service;

import java.util.List;

/** The value of a {@link Field} as it is in a token. It is not validated. */
public sealed interface FieldValue {
    /** A name. */
    record Text(String value) implements FieldValue {}

    /** A signed 16-bit number. */
    record Number(int value) implements FieldValue {}

    /** Lists of names by resource type and access type, in the order of the token. */
    record Permissions(List<PermissionEntry> entries) implements FieldValue {
        public Permissions {
            entries = List.copyOf(entries);
        }
    }

    /** The names of one resource type that one access type covers. Both numbers may be unknown. */
    record PermissionEntry(int resourceType, int permissionType, List<String> names) {
        public PermissionEntry {
            names = List.copyOf(names);
        }
    }
}
