package dev.agoratoken.verify.check;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import java.util.List;

/** A configured certificate in the place of the App ID of a token: both were swapped where it was made. */
public final class CertificateAsAppId {
    public static final Finding FINDING = new Finding(
            FindingCode.CERTIFICATE_AS_APP_ID,
            Severity.ERROR,
            "App ID and certificate are swapped where the token is made: its App ID is a configured certificate",
            "swap them on the server that makes tokens, and replace the certificate, which every such token shows");

    private CertificateAsAppId() {}

    /** Returns whether a text is a certificate of the projects, in upper or lower case. */
    public static boolean isCertificate(String text, List<Project> projects) {
        return projects.stream()
                .flatMap(project -> project.certificates().stream())
                .anyMatch(certificate -> certificate.matchesIgnoringCase(text));
    }
}
