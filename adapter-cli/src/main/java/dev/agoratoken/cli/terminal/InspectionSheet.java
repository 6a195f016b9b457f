package dev.agoratoken.cli.terminal;

import dev.agoratoken.token.Received;
import dev.agoratoken.wire.InspectionDocument;
import dev.agoratoken.wire.PrivilegeDocument;
import dev.agoratoken.wire.ServiceDocument;
import dev.agoratoken.wire.UserDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is in a token, as aligned lines that a person reads. */
public final class InspectionSheet {
    private static final int NAME_WIDTH = 12;
    private static final int PRIVILEGE_WIDTH = 20;

    private final Instant now;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private InspectionSheet(Instant now, Paint paint) {
        this.now = now;
        this.paint = paint;
    }

    public static List<String> of(InspectionDocument document, Instant now, Paint paint) {
        InspectionSheet sheet = new InspectionSheet(now, paint);
        if (document.readable()) {
            sheet.addToken(document);
        } else {
            sheet.lines.add(paint.bad("unreadable"));
        }
        if (document.findings() != null) {
            document.findings().forEach(finding -> sheet.lines.add(FindingLines.of(finding, paint)));
        }
        return sheet.lines;
    }

    private void addToken(InspectionDocument document) {
        add("token", "format " + document.format() + paint.faint(" (nothing was verified, see verify)"));
        add("app id", document.appId());
        if (document.issuedAt() != null) {
            add("issued", moment(document.issuedAt()));
        }
        add("expires", end(document.expiresAt()));
        add("salt", document.salt().toString());
        add("signature", document.signature());
        document.services().forEach(this::addService);
        if (document.unread() != null) {
            add("unread", document.unread().length() / 2 + " bytes after the type of the unknown service");
        }
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
                                            names.stream().map(Received::quoted).toList()))));
        }
        if (service.privileges() != null) {
            service.privileges().forEach(this::addPrivilege);
        }
    }

    private void addUser(UserDocument user) {
        if (user != null) {
            String value = user.value() == null ? "" : " " + Received.quoted(user.value());
            add("  user", user.kind().equals("anyone") ? "anyone" + value : user.kind() + value);
        }
    }

    private void addName(String name, String value) {
        if (value != null) {
            add("  " + name, Received.quoted(value));
        }
    }

    private void addChecksum(String name, String crc32) {
        if (crc32 != null) {
            add("  " + name, crc32.equals("00000000") ? "empty" : "not in the token, CRC-32 " + crc32);
        }
    }

    private void addPrivilege(PrivilegeDocument privilege) {
        String name = privilege.name() == null ? "privilege " + privilege.id() : privilege.name();
        lines.add("  " + padded(name, PRIVILEGE_WIDTH) + "  " + end(privilege.expiresAt()));
    }

    private String end(String expiresAt) {
        boolean over = !Instant.parse(expiresAt).isAfter(now);
        return over ? paint.bad(moment(expiresAt)) : moment(expiresAt);
    }

    private String moment(String at) {
        return at + "  " + TimeInWords.of(Instant.parse(at), now);
    }

    private void add(String name, String value) {
        lines.add(padded(name, NAME_WIDTH) + value);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
