package dev.agoratoken.document;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Labels;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the permissions of an RTM2 user: {@code {"messageChannels":{"read":["a*"],"write":[]}}}. */
final class PermissionsReader {
    /** The maximum number of names in one list. */
    static final int MAX_NAMES = 256;

    private final NameReader names;

    PermissionsReader(NameReader names) {
        this.names = names;
    }

    Permissions read(DocumentObject document) {
        Permissions permissions = Permissions.NONE;
        for (Map.Entry<String, DocumentValue> entry : document.entries().entrySet()) {
            DocumentValue value = entry.getValue();
            Optional<ResourceType> resource =
                    find(entry.getKey(), value, List.of(ResourceType.values()), ResourceType::label);
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
                    find(entry.getKey(), entry.getValue(), List.of(AccessType.values()), AccessType::label);
            permissions = access.isPresent() ? permissions.with(resourceType, access.get(), list) : permissions;
        }
        return permissions;
    }

    private List<ResourceName> list(DocumentValue value) {
        return value.list(MAX_NAMES, "send a list of names").stream()
                .flatMap(name -> names.resource(name).stream())
                .toList();
    }

    private static <T> Optional<T> find(String name, DocumentValue value, List<T> known, Function<T, String> label) {
        Optional<T> found = Labels.find(known, label, name);
        return found.isPresent()
                ? found
                : value.reject(
                        "unknown name " + Printable.quote(name), DidYouMean.among(name, Labels.of(known, label)));
    }
}
