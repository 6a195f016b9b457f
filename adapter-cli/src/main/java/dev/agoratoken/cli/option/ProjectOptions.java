package dev.agoratoken.cli.option;

import dev.agoratoken.cli.error.SecretGuard;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The project of a token: a configured one by name, or an App ID and certificate in place of the configured ones. */
public final class ProjectOptions {
    @Option(names = "--project", paramLabel = "NAME", description = "The configured project, by name.", order = 140)
    private @Nullable String project;

    @Option(
            names = "--app-id",
            paramLabel = "ID",
            description = "The App ID, in place of the configured one.",
            order = 150)
    private @Nullable String appId;

    @Option(
            names = "--cert-file",
            paramLabel = "FILE",
            description = "The file with the certificate of the App ID, or - for standard input.",
            order = 160)
    private @Nullable String certFile;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    public Optional<ProjectName> project() {
        return Optional.ofNullable(project).map(ProjectName::of);
    }

    public Optional<AppId> appId() {
        return Optional.ofNullable(appId).map(id -> ArgumentParsers.parse("app-id", id, AppId::of));
    }

    /**
     * Rejects options that contradict each other.
     *
     * @throws InvalidValueException if a named project is combined with an App ID or a certificate, or if the name of the
     *     certificate's file looks like the certificate
     */
    public void rejectContradictions() {
        if (certFile != null) {
            SecretGuard.rejectCertificateAsFileName(certFile);
        }
        if (project != null && (appId != null || certFile != null)) {
            throw new InvalidValueException(
                    "project",
                    "cannot be combined with --app-id or --cert-file",
                    "drop --project, or drop the other options");
        }
    }

    /**
     * Rejects standard input as the source of both the certificate and other input.
     *
     * @param option the option to name in the message
     * @param other what else is read
     */
    public void rejectSharedStdin(String option, String other, boolean isStandardInput) {
        if (isStandardInput && InputFile.STDIN.equals(certFile)) {
            throw new InvalidValueException(
                    option,
                    "standard input cannot provide both the certificate and " + other,
                    "name a file for one of them");
        }
    }

    /** The configuration with the App ID and certificate as given. */
    public ConfigOverrides overrides() {
        return new ConfigOverrides(appId().map(AppId::value), Optional.ofNullable(certFile), config.file());
    }

    /** The configuration with the certificate, if one is given, as that of this App ID. */
    public ConfigOverrides overridesForCertificateOf(Optional<AppId> owner) {
        return certFile == null
                ? config.overrides()
                : new ConfigOverrides(
                        owner.map(AppId::value),
                        owner.isPresent() ? Optional.of(certFile) : Optional.empty(),
                        config.file());
    }
}
