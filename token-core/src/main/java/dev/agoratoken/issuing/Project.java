package dev.agoratoken.issuing;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;

/**
 * An Agora project: its App ID and its certificates in order. The first one signs; all of them verify, so a certificate
 * can be replaced without interruption (docs/reference/token-format.md#certificates).
 *
 * @param name how requests name the project; {@code default} for the only one
 * @param appId its App ID
 * @param certificates the primary certificate, then those that only verify
 */
public record Project(ProjectName name, AppId appId, List<AppCertificate> certificates) {
    /**
     * Copies the list.
     *
     * @throws InvalidValueException if the list is empty, or contains the App ID
     */
    public Project {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new InvalidValueException(
                    "appCertificate",
                    "project " + name + " has no certificate",
                    "add at least the primary certificate");
        }
        if (certificates.stream().anyMatch(certificate -> certificate.matchesIgnoringCase(appId.value()))) {
            // The only project has no name that its user has chosen.
            String who = name.equals(ProjectName.DEFAULT) ? "the App ID is" : "the App ID of project " + name + " is";
            throw new InvalidValueException(
                    "appCertificate",
                    who + " also a certificate, and every token shows the App ID",
                    "correct it, and replace the certificate in the Agora Console");
        }
    }

    /**
     * Creates a project with one certificate, named {@code default}.
     *
     * @param appId 32 hexadecimal characters
     * @param appCertificate the primary certificate: 32 hexadecimal characters
     * @return the project
     * @throws InvalidValueException if either text is not 32 hexadecimal characters
     */
    public static Project of(String appId, String appCertificate) {
        return new Project(ProjectName.DEFAULT, AppId.of(appId), List.of(AppCertificate.of(appCertificate)));
    }

    /** Names the project only: App ID and certificate may be swapped. */
    @Override
    public String toString() {
        return "Project[" + name + ", redacted]";
    }

    /** {@return the certificate that signs tokens} */
    public AppCertificate signingCertificate() {
        return certificates.get(0);
    }
}
