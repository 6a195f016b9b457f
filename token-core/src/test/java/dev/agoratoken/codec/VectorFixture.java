package dev.agoratoken.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The test vectors of Agora's own implementations; each names its source (docs/reference/token-format.md#test-vectors).
 */
final class VectorFixture {
    private VectorFixture() {}

    static Stream<Vector> all() {
        try (InputStream json = VectorFixture.class.getResourceAsStream("/vectors/official.json")) {
            JsonNode vectors = new ObjectMapper().readTree(json);
            return StreamSupport.stream(vectors.spliterator(), false).map(Vector::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Vector> ofFormat(String... formats) {
        return all().filter(vector -> Set.of(formats).contains(vector.format()));
    }

    static Vector named(String id) {
        return all().filter(vector -> vector.id().equals(id)).findFirst().orElseThrow();
    }

    record Vector(JsonNode json) {
        String id() {
            return json.get("id").textValue();
        }

        String format() {
            return json.get("format").textValue();
        }

        String token() {
            return json.get("expected").textValue();
        }

        JsonNode inputs() {
            return json.get("inputs");
        }

        JsonNode decoded() {
            return json.get("decoded");
        }

        boolean hasCertificate() {
            return !inputs().get("appCertificate").isNull();
        }

        /** Returns whether an older writer kept the order of its caller. */
        boolean servicesUnsorted() {
            List<Integer> wire = wireServiceOrder();
            return !wire.equals(wire.stream().sorted().toList());
        }

        List<Integer> wireServiceOrder() {
            List<Integer> order = new ArrayList<>();
            decoded().get("wireServiceOrder").forEach(type -> order.add(type.intValue()));
            return order;
        }

        AppCertificate certificate() {
            return AppCertificate.of(inputs().get("appCertificate").textValue());
        }

        Format006Payload draft006() {
            return new Format006Payload(
                    appId(),
                    salt(),
                    Instant.ofEpochSecond(inputs().get("ts").longValue()),
                    inputs().get("channel").textValue(),
                    inputs().get("uid").textValue(),
                    privileges006());
        }

        List<PrivilegeEntry> privileges006() {
            return privileges(inputs(), end -> new PrivilegeExpiry.At(Instant.ofEpochSecond(end)));
        }

        TokenContent.V007 content007() {
            Instant issuedAt = Instant.ofEpochSecond(inputs().get("issueTs").longValue());
            List<ServiceContent> services = new ArrayList<>();
            inputs().get("services").forEach(service -> services.add(service(service)));
            return new TokenContent.V007(
                    appId(),
                    salt(),
                    issuedAt,
                    issuedAt.plusSeconds(inputs().get("expire").longValue()),
                    services,
                    Optional.empty());
        }

        private AppId appId() {
            return AppId.of(inputs().get("appId").textValue());
        }

        private Salt salt() {
            return Salt.of(inputs().get("salt").longValue());
        }

        private static ServiceContent service(JsonNode service) {
            ServiceType type =
                    ServiceType.withId(service.get("type").intValue()).orElseThrow();
            return new ServiceContent(
                    type,
                    privileges(service, end -> new PrivilegeExpiry.After(Duration.ofSeconds(end))),
                    type.fields().stream().map(field -> value(service, field)).toList());
        }

        private static FieldValue value(JsonNode service, Field field) {
            return switch (field) {
                case CHANNEL -> text(service, "channel");
                case USER -> text(service, service.has("uid") ? "uid" : "account");
                case USER_ID -> text(service, "userId");
                case ROOM_UUID -> text(service, "roomUuid");
                case USER_UUID -> text(service, "userUuid");
                case ROOM_ROLE -> new FieldValue.Number(service.get("role").intValue());
                case PERMISSIONS -> permissions(service.get("permissions"));
            };
        }

        private static FieldValue text(JsonNode service, String name) {
            return new FieldValue.Text(service.get(name).textValue());
        }

        private static FieldValue permissions(JsonNode json) {
            List<FieldValue.PermissionEntry> entries = new ArrayList<>();
            json.properties()
                    .forEach(resource -> resource.getValue().properties().forEach(permission -> {
                        List<String> names = new ArrayList<>();
                        permission.getValue().forEach(name -> names.add(name.textValue()));
                        entries.add(new FieldValue.PermissionEntry(
                                Integer.parseInt(resource.getKey()), Integer.parseInt(permission.getKey()), names));
                    }));
            return new FieldValue.Permissions(entries);
        }

        private static List<PrivilegeEntry> privileges(JsonNode holder, LongFunction<PrivilegeExpiry> end) {
            return holder.get("privileges").properties().stream()
                    .map(privilege -> new PrivilegeEntry(
                            Integer.parseInt(privilege.getKey()),
                            privilege.getValue().longValue() == 0
                                    ? PrivilegeExpiry.UNSET
                                    : end.apply(privilege.getValue().longValue())))
                    .toList();
        }

        @Override
        public String toString() {
            return id();
        }
    }
}
