package dev.agoratoken.app.projects;

import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.Setting;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.SettingsSource;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.projects.ProjectConfigReader.ResolvedProject;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Rejects App IDs that are certificates, because every token shows its App ID, and App IDs with the certificate of another
 * project.
 */
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

    /**
     * Compares the App ID with the one that an overridden source has beside the certificate. Agora rejects tokens that the
     * certificate of another project signs.
     *
     * @throws InvalidValueException if they differ
     */
    static void rejectForeignCertificate(ResolvedSettings resolvedSettings) {
        List<SettingsSource> withCertificate = resolvedSettings.sources().stream()
                .dropWhile(source -> source.find(SettingKey.APP_CERTIFICATE)
                        .or(() -> source.find(SettingKey.APP_CERTIFICATE_FILE))
                        .isEmpty())
                .toList();
        Optional<Setting> owner = withCertificate.stream()
                .flatMap(source -> source.find(SettingKey.APP_ID).stream())
                .findFirst();
        Optional<Setting> used = resolvedSettings.outsideFile(SettingKey.APP_ID);
        if (owner.isPresent() && !owner.get().value().equals(used.orElseThrow().value())) {
            throw new InvalidValueException(
                    used.get().field(),
                    "has no certificate: the configured one belongs to "
                            + owner.get().field(),
                    "add --cert-file with its certificate, or set APP_CERTIFICATE in the same place");
        }
    }

    private static void reject(Sourced<AppId> appId, Sourced<AppCertificate> certificate) {
        if (certificate.value().matchesIgnoringCase(appId.value().value())) {
            throw new InvalidValueException(
                    certificate.field(),
                    "same text as the App ID in " + appId.field() + ", which every token shows",
                    "correct it, and replace the certificate in the Agora Console");
        }
    }
}
