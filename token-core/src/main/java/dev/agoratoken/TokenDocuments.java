package dev.agoratoken;

import dev.agoratoken.document.IssuedTokenDocument;
import dev.agoratoken.document.PrivilegeDocument;
import dev.agoratoken.document.ServiceDocument;
import dev.agoratoken.document.UserDocument;
import dev.agoratoken.issuing.IssuedToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Converts the documents of an issued token to maps and lists, without absent fields. */
final class TokenDocuments {
    private TokenDocuments() {}

    static Map<String, Object> of(IssuedToken issued) {
        IssuedTokenDocument document = IssuedTokenDocument.from(issued);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("token", document.token());
        fields.put("format", document.format());
        fields.put("project", document.project());
        fields.put("appId", document.appId());
        fields.put("issuedAt", document.issuedAt());
        fields.put("expiresAt", document.expiresAt());
        fields.put(
                "services",
                document.services().stream().map(TokenDocuments::service).toList());
        return fields;
    }

    private static Map<String, Object> service(ServiceDocument service) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", service.type());
        putPresent(fields, "channel", service.channel());
        if (service.user() != null) {
            fields.put("user", user(service.user()));
        }
        putPresent(fields, "userId", service.userId());
        putPresent(fields, "roomUuid", service.roomUuid());
        putPresent(fields, "userUuid", service.userUuid());
        putPresent(fields, "role", service.role());
        putPresent(fields, "permissions", service.permissions());
        List<PrivilegeDocument> privileges = Objects.requireNonNullElse(service.privileges(), List.of());
        fields.put(
                "privileges", privileges.stream().map(TokenDocuments::privilege).toList());
        return fields;
    }

    private static Map<String, Object> user(UserDocument user) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", user.kind());
        putPresent(fields, "value", user.value());
        return fields;
    }

    private static Map<String, Object> privilege(PrivilegeDocument privilege) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", privilege.name());
        fields.put("id", privilege.id());
        fields.put("expiresAt", privilege.expiresAt());
        return fields;
    }

    private static void putPresent(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
