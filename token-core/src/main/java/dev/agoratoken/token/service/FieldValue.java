package dev.agoratoken.token.service;

import java.util.List;

/** The value of one {@link Field} as it stands in a token; nothing here is judged. */
public sealed interface FieldValue {
    /** A name. */
    record Text(String value) implements FieldValue {}

    /** A signed 16-bit number. */
    record Number(int value) implements FieldValue {}

    /** Lists of names by resource type and permission type, in the order of the token. */
    record Permissions(List<PermissionEntry> entries) implements FieldValue {
        public Permissions {
            entries = List.copyOf(entries);
        }
    }

    /** Which names of one resource type one permission covers, both by their numbers, known or not. */
    record PermissionEntry(int resourceType, int permissionType, List<String> names) {
        public PermissionEntry {
            names = List.copyOf(names);
        }
    }
}
