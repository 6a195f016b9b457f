package dev.agoratoken.codec;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.agoratoken.codec.TokenCodec.Irregularity;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Codec of one service in format 007: type, privileges, and the fields that {@link ServiceType} lists. */
final class ServiceCodec {
    private static final String SERVICES = "services";
    private static final Comparator<PermissionEntry> BY_PERMISSION =
            Comparator.comparingInt(PermissionEntry::permissionType);

    private ServiceCodec() {}

    static void write(ByteWriter out, ServiceContent service, ToLongFunction<PrivilegeExpiry> seconds) {
        out.u16(SERVICES, service.type().id());
        PrivilegeCodec.write(out, service.privileges(), seconds);
        for (FieldValue value : service.values()) {
            write(out, value);
        }
    }

    private static void write(ByteWriter out, FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            out.text(SERVICES, text.value());
        } else if (value instanceof FieldValue.Number number) {
            out.i16(SERVICES, number.value());
        } else if (value instanceof FieldValue.Permissions permissions) {
            write(out, permissions);
        }
    }

    private static void write(ByteWriter out, FieldValue.Permissions permissions) {
        Map<Integer, List<PermissionEntry>> byResource = permissions.entries().stream()
                .sorted(BY_PERMISSION)
                .collect(groupingBy(PermissionEntry::resourceType, TreeMap::new, toList()));
        out.count(SERVICES, byResource.size());
        byResource.forEach((resource, entries) -> {
            out.u16(SERVICES, resource);
            out.count(SERVICES, entries.size());
            for (PermissionEntry entry : entries) {
                out.u16(SERVICES, entry.permissionType());
                out.count(SERVICES, entry.names().size());
                entry.names().forEach(name -> out.text(SERVICES, name));
            }
        });
    }

    /** Reads privileges and fields of a service. */
    static ServiceContent read(ByteReader in, ServiceType type, List<Irregularity> irregularities) {
        List<PrivilegeEntry> privileges =
                PrivilegeCodec.read(in, () -> "service " + type.label(), ServiceCodec::end, irregularities);
        List<FieldValue> values = new ArrayList<>();
        for (Field field : type.fields()) {
            values.add(read(in, field, irregularities));
        }
        return new ServiceContent(type, privileges, values);
    }

    /** Reads one field. */
    static FieldValue read(ByteReader in, Field field, List<Irregularity> irregularities) {
        return switch (field) {
            case CHANNEL -> new FieldValue.Text(in.text("channel"));
            case USER -> new FieldValue.Text(in.text("user"));
            case USER_ID -> new FieldValue.Text(in.text("user id"));
            case ROOM_UUID -> new FieldValue.Text(in.text("room uuid"));
            case USER_UUID -> new FieldValue.Text(in.text("user uuid"));
            case ROOM_ROLE -> new FieldValue.Number(in.i16("room role"));
            case PERMISSIONS -> readPermissions(in, irregularities);
        };
    }

    private static FieldValue.Permissions readPermissions(ByteReader in, List<Irregularity> irregularities) {
        List<PermissionEntry> entries = new ArrayList<>();
        List<Integer> resources = new ArrayList<>();
        int count = in.count("number of resource types");
        for (int i = 0; i < count; i++) {
            int resource = in.u16("resource type");
            resources.add(resource);
            readPermissions(in, resource, entries, irregularities);
        }
        AscendingOrder.reportDescent(resources, Integer::intValue, "resource type", "", irregularities);
        AscendingOrder.reportRepeats(resources, Integer::intValue, "resource types", "", irregularities);
        return new FieldValue.Permissions(entries);
    }

    private static void readPermissions(
            ByteReader in, int resource, List<PermissionEntry> entries, List<Irregularity> irregularities) {
        List<Integer> permissions = new ArrayList<>();
        int count = in.count("number of permission types");
        for (int i = 0; i < count; i++) {
            int permission = in.u16("permission type");
            permissions.add(permission);
            entries.add(new PermissionEntry(resource, permission, readNames(in)));
        }
        AscendingOrder.reportDescent(
                permissions, Integer::intValue, "permission type", " in resource type " + resource, irregularities);
        AscendingOrder.reportRepeats(
                permissions, Integer::intValue, "permission types", " in resource type " + resource, irregularities);
        if (count == 0) {
            irregularities.add(
                    new Irregularity(TokenDefect.NON_CANONICAL, "resource type " + resource + " has no permission"));
        }
    }

    private static List<String> readNames(ByteReader in) {
        List<String> names = new ArrayList<>();
        int count = in.count("number of names");
        for (int i = 0; i < count; i++) {
            names.add(in.text("name of a resource"));
        }
        return names;
    }

    /** Returns the number of seconds for an expiry in a token of that lifetime; 0 for none. */
    static long seconds(PrivilegeExpiry expiry, long lifetime) {
        if (expiry instanceof PrivilegeExpiry.WithToken) {
            return lifetime;
        }
        if (expiry instanceof PrivilegeExpiry.Unset) {
            return 0;
        }
        if (!(expiry instanceof PrivilegeExpiry.After after)) {
            throw new IllegalArgumentException("Format 007 counts from the time of issue and cannot hold " + expiry);
        }
        long seconds = after.duration().toSeconds();
        if (seconds == 0) {
            throw new InvalidValueException(
                    "privileges", after.duration() + " would mean no expiry", "use at least 1 second");
        }
        return seconds;
    }

    private static PrivilegeExpiry end(long seconds) {
        return seconds == 0 ? PrivilegeExpiry.UNSET : new PrivilegeExpiry.After(Duration.ofSeconds(seconds));
    }
}
