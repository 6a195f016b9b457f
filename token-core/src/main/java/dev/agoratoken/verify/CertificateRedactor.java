package dev.agoratoken.verify;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.PartialContent;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.check.CertificateAsAppId;
import dev.agoratoken.verify.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Redactor of configured certificates, which callers may have put in the place of a name or an App ID. */
final class CertificateRedactor {
    private static final int LENGTH = 32;
    private static final String REPLACEMENT = "(a certificate)";

    private CertificateRedactor() {}

    /** Returns the findings without any certificate of the projects. */
    static List<Finding> redact(List<Finding> findings, List<Project> projects) {
        List<Finding> redacted = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            redacted.add(new Finding(
                    finding.code(),
                    finding.severity(),
                    redact(finding.message(), projects),
                    redact(finding.remedy(), projects)));
        }
        return redacted;
    }

    /** Returns an inspection whose names and findings show no certificate of the projects. */
    static Inspection redact(Inspection inspection, List<Project> projects) {
        List<Finding> findings = redact(inspection.findings(), projects);
        return inspection instanceof Inspection.Readable readable
                ? new Inspection.Readable(redact(readable.content(), projects), readable.signatureHex(), findings)
                : new Inspection.Unreadable(
                        findings,
                        ((Inspection.Unreadable) inspection)
                                .beginning()
                                .filter(beginning -> !holdsCertificate(beginning, projects)));
    }

    private static boolean holdsCertificate(PartialContent beginning, List<Project> projects) {
        return CertificateAsAppId.isCertificate(beginning.appId().value(), projects)
                || beginning.services().stream()
                        .flatMap(service -> service.names().values().stream())
                        .anyMatch(name -> !redact(name, projects).equals(name));
    }

    private static TokenContent redact(TokenContent content, List<Project> projects) {
        // A token may have thousands of services: they are copied only if one shows a certificate.
        if (!(content instanceof TokenContent.V007 token)
                || token.services().stream().noneMatch(service -> holdsCertificate(service, projects))) {
            return content;
        }
        List<ServiceContent> services = token.services().stream()
                .map(service -> redact(service, projects))
                .toList();
        return new TokenContent.V007(
                token.appId(), token.salt(), token.issuedAt(), token.expiresAt(), services, token.unread());
    }

    private static boolean holdsCertificate(ServiceContent service, List<Project> projects) {
        List<FieldValue> values = service.values();
        for (int i = 0; i < values.size(); i++) {
            if (!redact(values.get(i), projects).equals(values.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static ServiceContent redact(ServiceContent service, List<Project> projects) {
        List<FieldValue> values =
                service.values().stream().map(value -> redact(value, projects)).toList();
        return new ServiceContent(service.type(), service.privileges(), values);
    }

    private static FieldValue redact(FieldValue value, List<Project> projects) {
        if (value instanceof FieldValue.Text text) {
            return new FieldValue.Text(redact(text.value(), projects));
        }
        return value instanceof FieldValue.Permissions permissions
                ? new FieldValue.Permissions(permissions.entries().stream()
                        .map(entry -> redact(entry, projects))
                        .toList())
                : value;
    }

    private static PermissionEntry redact(PermissionEntry entry, List<Project> projects) {
        List<String> names =
                entry.names().stream().map(name -> redact(name, projects)).toList();
        return new PermissionEntry(entry.resourceType(), entry.permissionType(), names);
    }

    private static String redact(String text, List<Project> projects) {
        String redacted = text;
        int digits = 0;
        for (int end = 1; end <= redacted.length(); end++) {
            digits = Character.digit(redacted.charAt(end - 1), 16) >= 0 ? digits + 1 : 0;
            if (digits >= LENGTH && hasCertificate(redacted, end - LENGTH, projects)) {
                redacted = redacted.substring(0, end - LENGTH) + REPLACEMENT + redacted.substring(end);
                end += REPLACEMENT.length() - LENGTH;
                digits = 0;
            }
        }
        return redacted;
    }

    private static boolean hasCertificate(String text, int start, List<Project> projects) {
        // Without iterators, because names may have 65,535 characters.
        for (int i = 0; i < projects.size(); i++) {
            List<AppCertificate> certificates = projects.get(i).certificates();
            for (int j = 0; j < certificates.size(); j++) {
                if (certificates.get(j).matchesIgnoringCase(text, start)) {
                    return true;
                }
            }
        }
        return false;
    }
}
