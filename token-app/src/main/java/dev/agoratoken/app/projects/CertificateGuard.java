package dev.agoratoken.app.projects;

import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.projects.ProjectConfigReader.ResolvedProject;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.util.Collection;

/** Rejects App IDs that are certificates. Every token shows its App ID, so such a token publishes the certificate. */
final class CertificateGuard {
    private CertificateGuard() {}

    /**
     * Compares each App ID with the certificates of all projects.
     *
     * @throws InvalidValueException if two are the same; the message shows neither
     */
    static void rejectPublishedCertificates(Collection<ResolvedProject> projects) {
        for (ResolvedProject project : projects) {
            for (ResolvedProject other : projects) {
                other.certificates().forEach(certificate -> reject(project.appId(), certificate));
            }
        }
    }

    private static void reject(Sourced<AppId> appId, Sourced<AppCertificate> certificate) {
        if (certificate.value().isTextOf(appId.value())) {
            throw new InvalidValueException(
                    certificate.origin(),
                    "same text as the App ID in " + appId.origin() + ", which every token shows",
                    "correct it, and replace the certificate in the Agora Console");
        }
    }
}
