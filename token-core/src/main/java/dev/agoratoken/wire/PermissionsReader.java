package dev.agoratoken.wire;

import dev.agoratoken.token.DidYouMean;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what an RTM2 user may read and write: {@code {"messageChannels":{"read":["a*"],"write":[]}}}. */
record PermissionsReader(NameReader names) {
    /** The most names in one list. */
    static final int MAX_NAMES = 256;

    Permissions read(DocumentObject document) {
        Permissions permissions = Permissions.NONE;
        for (Map.Entry<String, DocumentValue> entry : document.entries().entrySet()) {
            DocumentValue value = entry.getValue();
            Optional<ResourceType> resource = named(entry.getKey(), value, ResourceType.values(), ResourceType::label);
            Optional<DocumentObject> accesses = value.object("send {\"read\":[...],\"write\":[...]}");
            if (resource.isPresent() && accesses.isPresent()) {
                permissions = read(accesses.get(), resource.get(), permissions);
            }
        }
        return permissions;
    }

    private Permissions read(DocumentObject accesses, ResourceType resourceType, Permissions before) {
        Permissions permissions = before;
        for (Map.Entry<String, DocumentValue> entry : accesses.entries().entrySet()) {
            List<ResourceName> list = list(entry.getValue());
            Optional<AccessType> access =
                    named(entry.getKey(), entry.getValue(), AccessType.values(), AccessType::label);
            permissions = access.isPresent() ? permissions.with(resourceType, access.get(), list) : permissions;
        }
        return permissions;
    }

    private List<ResourceName> list(DocumentValue value) {
        return value.list(MAX_NAMES, "send a list of names").stream()
                .flatMap(name -> names.resource(name).stream())
                .toList();
    }

    private static <T> Optional<T> named(String name, DocumentValue value, T[] known, Function<T, String> label) {
        Optional<T> named = Arrays.stream(known)
                .filter(candidate -> label.apply(candidate).equals(name))
                .findFirst();
        List<String> labels = Arrays.stream(known).map(label).toList();
        return named.isPresent()
                ? named
                : value.reject("unknown name " + Printable.quote(name), DidYouMean.among(name, labels));
    }
}
