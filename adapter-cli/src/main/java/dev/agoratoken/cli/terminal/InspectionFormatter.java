package dev.agoratoken.cli.terminal;

import static java.util.Objects.requireNonNull;

import dev.agoratoken.document.InspectionDocument;
import dev.agoratoken.document.PartialDocument;
import dev.agoratoken.document.PartialDocument.PartialServiceDocument;
import dev.agoratoken.document.PrivilegeDocument;
import dev.agoratoken.document.ServiceDocument;
import dev.agoratoken.document.UserDocument;
import dev.agoratoken.text.Printable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats the contents of a token as aligned lines. */
public final class InspectionFormatter {
    private static final int NAME_WIDTH = 12;
    private static final int PRIVILEGE_WIDTH = 20;

    private final Instant now;
    private final AnsiStyle ansiStyle;
    private final List<String> lines = new ArrayList<>();

    private InspectionFormatter(Instant now, AnsiStyle ansiStyle) {
        this.now = now;
        this.ansiStyle = ansiStyle;
    }

    public static List<String> of(InspectionDocument document, Instant now, AnsiStyle ansiStyle) {
        InspectionFormatter formatter = new InspectionFormatter(now, ansiStyle);
        if (document.readable()) {
            formatter.addToken(document);
        } else {
            formatter.lines.add(ansiStyle.error("unreadable"));
            if (document.beginning() != null) {
                formatter.addBeginning(document.beginning());
            }
        }
        if (document.findings() != null) {
            document.findings().forEach(finding -> formatter.lines.add(FindingFormatter.of(finding, ansiStyle)));
        }
        return formatter.lines;
    }

    private void addToken(InspectionDocument document) {
        add("token", "format " + document.format() + ansiStyle.dim(" (not verified; see 'agora-token verify')"));
        add("app id", requireNonNull(document.appId()));
        if (document.issuedAt() != null) {
            add("issued", withDistance(document.issuedAt()));
        }
        add("expires", expiry(requireNonNull(document.expiresAt())));
        add("salt", String.valueOf(document.salt()));
        add("signature", requireNonNull(document.signature()));
        requireNonNull(document.services()).forEach(this::addService);
        if (document.unread() != null) {
            int bytes = document.unread().length() / 2;
            add("unread", Printable.count(bytes, "byte") + " after the type of the unknown service");
        }
    }

    /** Adds what can be read of a token that ends too early. */
    private void addBeginning(PartialDocument token) {
        add("token", "format " + token.format() + ansiStyle.dim(" (incomplete; what can be read)"));
        add("app id", token.appId());
        if (token.issuedAt() != null) {
            add("issued", withDistance(token.issuedAt()));
        }
        if (token.expiresAt() != null) {
            add("expires", expiry(token.expiresAt()));
        }
        addChecksum("channel", token.channelCrc32());
        addChecksum("user", token.userCrc32());
        if (token.services() != null) {
            token.services().forEach(this::addBeginning);
        }
    }

    private void addBeginning(PartialServiceDocument service) {
        add("service", service.type());
        addName("channel", service.channel());
        addName("user", service.user());
        addName("user id", service.userId());
        addName("room", service.roomUuid());
        addName("user", service.userUuid());
    }

    private void addService(ServiceDocument service) {
        add("service", service.type() + (service.id() == null ? "" : " " + service.id()));
        addName("channel", service.channel());
        addChecksum("channel", service.channelCrc32());
        addUser(service.user());
        addChecksum("user", service.userCrc32());
        addName("user id", service.userId());
        addName("room", service.roomUuid());
        addName("user", service.userUuid());
        if (service.role() != null) {
            add("  role", service.role().toString());
        }
        if (service.permissions() != null) {
            service.permissions()
                    .forEach((resource, byAccess) -> byAccess.forEach((access, names) -> add(
                            "  may " + access,
                            resource + ": "
                                    + String.join(
                                            ", ",
                                            names.stream().map(Printable::quote).toList()))));
        }
        if (service.privileges() != null) {
            service.privileges().forEach(this::addPrivilege);
        }
    }

    private void addUser(@Nullable UserDocument user) {
        if (user != null) {
            add("  user", userKind(user) + (user.value() == null ? "" : " " + Printable.quote(user.value())));
        }
    }

    private static String userKind(UserDocument user) {
        return switch (user.kind()) {
            case "anyone" -> "any user";
            case "number" -> "uid";
            default -> user.kind();
        };
    }

    private void addName(String name, @Nullable String value) {
        if (value != null) {
            add("  " + name, Printable.quote(value));
        }
    }

    private void addChecksum(String name, @Nullable String crc32) {
        if (crc32 != null) {
            add(
                    "  " + name,
                    crc32.equals("00000000") ? "empty" : "CRC-32 " + crc32 + " (the name is not in the token)");
        }
    }

    private void addPrivilege(PrivilegeDocument privilege) {
        String name = privilege.name() == null ? "privilege " + privilege.id() : privilege.name();
        lines.add("  " + padded(name, PRIVILEGE_WIDTH) + "  " + expiry(requireNonNull(privilege.expiresAt())));
    }

    private String expiry(String expiresAt) {
        boolean expired = !Instant.parse(expiresAt).isAfter(now);
        return expired ? ansiStyle.error(withDistance(expiresAt)) : withDistance(expiresAt);
    }

    private String withDistance(String instant) {
        return instant + "  " + RelativeTime.of(Instant.parse(instant), now);
    }

    private void add(String name, String value) {
        lines.add(padded(name, NAME_WIDTH) + value);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
