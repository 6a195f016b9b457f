package dev.agoratoken.token.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the user of an RTM2 token may read and write: a list of names for each resource type and access type. Immutable
 * and thread-safe.
 */
public final class Permissions {
    /** No permissions. */
    public static final Permissions NONE = new Permissions(new EnumMap<>(ResourceType.class));

    private final Map<ResourceType, Map<AccessType, List<ResourceName>>> names;

    private Permissions(EnumMap<ResourceType, Map<AccessType, List<ResourceName>>> names) {
        this.names = Collections.unmodifiableMap(names);
    }

    /**
     * {@return these permissions with a list of names for a resource type and access type; it replaces an earlier list
     * for the same pair}
     *
     * @param resourceType what the names are
     * @param accessType what is allowed there
     * @param list names or patterns; empty for none
     */
    public Permissions with(ResourceType resourceType, AccessType accessType, List<ResourceName> list) {
        EnumMap<ResourceType, Map<AccessType, List<ResourceName>>> extended = new EnumMap<>(ResourceType.class);
        extended.putAll(names);
        EnumMap<AccessType, List<ResourceName>> ofResource = new EnumMap<>(AccessType.class);
        ofResource.putAll(names.getOrDefault(resourceType, Map.of()));
        ofResource.put(accessType, List.copyOf(list));
        extended.put(resourceType, Collections.unmodifiableMap(ofResource));
        return new Permissions(extended);
    }

    /** {@return the names by resource type and access type, both in ascending order} */
    public Map<ResourceType, Map<AccessType, List<ResourceName>>> names() {
        return names;
    }

    /** The permissions as they are in a token. */
    FieldValue.Permissions content() {
        List<FieldValue.PermissionEntry> entries = new ArrayList<>();
        names.forEach((resourceType, byAccess) ->
                byAccess.forEach((accessType, list) -> entries.add(new FieldValue.PermissionEntry(
                        resourceType.id(),
                        accessType.id(),
                        list.stream().map(ResourceName::value).toList()))));
        return new FieldValue.Permissions(entries);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Permissions that && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
