package dev.agoratoken.app.projects;

import dev.agoratoken.app.config.CertificateFileReader;
import dev.agoratoken.app.config.ConfigFile;
import dev.agoratoken.app.config.IgnoredVariable;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.Setting;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.SettingsSource;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.config.YamlNode;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.FieldName;
import dev.agoratoken.token.InvalidValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the projects. The file may have several. Command line, environment and {@code .env} replace the certificates of the
 * default project, or its App ID and certificates together.
 */
public final class ProjectConfigReader {
    private static final String PROJECTS = "projects";

    private final ResolvedSettings resolvedSettings;

    public ProjectConfigReader(ResolvedSettings resolvedSettings) {
        this.resolvedSettings = resolvedSettings;
    }

    /**
     * All projects, at least one, with the default project.
     *
     * @throws InvalidValueException if there is none, if one is invalid, or if the default is unclear
     */
    public ConfiguredProjects read() {
        return of(resolve());
    }

    /**
     * All projects, at least one, for commands that may name the project. The default need not be among them.
     *
     * @throws InvalidValueException if no project is configured, or one is invalid
     */
    public ConfiguredProjects readToChooseFrom() {
        return of(requireSome(resolveAny(false)));
    }

    /**
     * All projects; empty if no source has any. An App ID without its certificate, or the reverse, is left out, because a
     * token can be read without.
     *
     * @throws InvalidValueException if one is invalid
     */
    public Optional<ConfiguredProjects> readAny() {
        Map<ProjectName, ResolvedProject> found = resolveAny(true);
        return found.isEmpty() ? Optional.empty() : Optional.of(of(found));
    }

    private ConfiguredProjects of(Map<ProjectName, ResolvedProject> found) {
        Map<ProjectName, Project> projects = new LinkedHashMap<>();
        found.forEach((name, project) -> projects.put(name, project.named(name)));
        return new ConfiguredProjects(projects, defaultProject(found).value());
    }

    /**
     * All projects with the sources of their parts.
     *
     * @throws InvalidValueException as {@link #read} does
     */
    public Map<ProjectName, ResolvedProject> resolve() {
        Map<ProjectName, ResolvedProject> projects = requireSome(resolveAny(false));
        requireDefault(projects);
        return projects;
    }

    private Map<ProjectName, ResolvedProject> requireSome(Map<ProjectName, ResolvedProject> projects) {
        if (projects.isEmpty()) {
            throw missing("APP_ID", "the App ID of the project");
        }
        return projects;
    }

    private void requireDefault(Map<ProjectName, ResolvedProject> projects) {
        ProjectName defaultName = defaultProject(projects).value();
        if (!projects.isEmpty() && !projects.containsKey(defaultName)) {
            throw unknownDefault(defaultName, projects);
        }
    }

    private Map<ProjectName, ResolvedProject> resolveAny(boolean withoutIncomplete) {
        Map<ProjectName, ResolvedProject> projects = inFile();
        Optional<Sourced<AppId>> appId = resolvedSettings
                .outsideFile(SettingKey.APP_ID)
                .map(setting -> Sourced.in(setting, SettingKey.APP_ID.type()::parse));
        List<Sourced<AppCertificate>> certificates = certificates();
        ProjectName defaultName = defaultProject(projects).value();
        Optional<ResolvedProject> written = Optional.ofNullable(projects.get(defaultName));
        boolean isGiven = appId.isPresent() || !certificates.isEmpty();
        if (isGiven && !(withoutIncomplete && isIncomplete(written, appId, certificates))) {
            projects.put(defaultName, mergeWithEnvironment(written, appId, certificates));
        }
        if (resolvedSettings.first(SettingKey.TOKEN_PROJECT).isPresent()) {
            requireDefault(projects);
        }
        CertificateGuard.rejectForeignCertificate(resolvedSettings);
        CertificateGuard.rejectPublishedCertificates(projects.values());
        return projects;
    }

    /** The project of requests that name none: as configured, else the only one, else {@code default}. */
    public Sourced<ProjectName> defaultProject(Map<ProjectName, ResolvedProject> projects) {
        return resolvedSettings
                .first(SettingKey.TOKEN_PROJECT)
                .map(setting -> Sourced.in(setting, SettingKey.TOKEN_PROJECT.type()::parse))
                .or(() -> projects.keySet().stream()
                        .filter(only -> projects.size() == 1)
                        .map(only -> new Sourced<>(only, "the only project"))
                        .findFirst())
                .orElse(new Sourced<>(ProjectName.DEFAULT, "default"));
    }

    private InvalidValueException unknownDefault(ProjectName defaultName, Map<ProjectName, ResolvedProject> projects) {
        return new InvalidValueException(
                resolvedSettings
                        .first(SettingKey.TOKEN_PROJECT)
                        .map(Setting::field)
                        .orElse(FieldName.of(SettingKey.TOKEN_PROJECT.label())),
                "default project " + Printable.quote(defaultName.value()) + " not found",
                "use one of "
                        + projects.keySet().stream().map(ProjectName::value).collect(Collectors.joining(", ")));
    }

    /** Returns whether an App ID has no certificate, or a certificate no App ID. */
    private static boolean isIncomplete(
            Optional<ResolvedProject> written,
            Optional<Sourced<AppId>> appId,
            List<Sourced<AppCertificate>> certificates) {
        return certificates.isEmpty()
                ? written.filter(project -> project.appId()
                                .value()
                                .equals(appId.orElseThrow().value()))
                        .isEmpty()
                : appId.isEmpty() && written.isEmpty();
    }

    private ResolvedProject mergeWithEnvironment(
            Optional<ResolvedProject> written,
            Optional<Sourced<AppId>> appId,
            List<Sourced<AppCertificate>> certificates) {
        if (!certificates.isEmpty()) {
            return new ResolvedProject(
                    appId.or(() -> written.map(ResolvedProject::appId))
                            .orElseThrow(() -> missing("APP_ID", "the App ID of the project")),
                    certificates);
        }
        // Certificates in the file belong to the App ID beside them: Agora rejects tokens that they sign for another.
        return written.filter(project ->
                        project.appId().value().equals(appId.orElseThrow().value()))
                .orElseThrow(() -> missing("APP_CERTIFICATE", "the primary certificate of APP_ID"));
    }

    private List<Sourced<AppCertificate>> certificates() {
        List<Sourced<AppCertificate>> certificates = new ArrayList<>();
        certificate(SettingKey.APP_CERTIFICATE, SettingKey.APP_CERTIFICATE_FILE).ifPresent(certificates::add);
        Optional<Sourced<AppCertificate>> secondary =
                certificate(SettingKey.APP_CERTIFICATE_SECONDARY, SettingKey.APP_CERTIFICATE_SECONDARY_FILE);
        if (secondary.isPresent() && certificates.isEmpty()) {
            throw missing("APP_CERTIFICATE", "the primary certificate, in addition to the secondary one,");
        }
        secondary.ifPresent(certificates::add);
        return certificates;
    }

    /** The certificates that make a certificate file of the same source ineffective, with a warning each. */
    public Map<FieldName, String> ignoredFiles() {
        Map<FieldName, String> ignored = new LinkedHashMap<>();
        resolvedSettings.sources().forEach(source -> {
            putIgnored(ignored, source, SettingKey.APP_CERTIFICATE, SettingKey.APP_CERTIFICATE_FILE);
            putIgnored(
                    ignored, source, SettingKey.APP_CERTIFICATE_SECONDARY, SettingKey.APP_CERTIFICATE_SECONDARY_FILE);
        });
        return ignored;
    }

    private static void putIgnored(
            Map<FieldName, String> ignored, SettingsSource source, SettingKey<?> itself, SettingKey<?> file) {
        source.find(itself)
                .ifPresent(used -> source.find(file)
                        .ifPresent(unused -> ignored.put(
                                used.field(), unused.field() + " is ignored beside it; remove one of them")));
    }

    /** The certificate, or the file that holds it, of the first source that has one of them. */
    private Optional<Sourced<AppCertificate>> certificate(SettingKey<AppCertificate> itself, SettingKey<String> file) {
        return resolvedSettings.sources().stream()
                .flatMap(settingsSource -> settingsSource
                        .find(itself)
                        .map(setting -> Sourced.in(setting, itself.type()::parse))
                        .or(() -> settingsSource
                                .find(file)
                                .map(setting -> Sourced.in(setting, resolvedSettings.certificates()::read)))
                        .stream())
                .findFirst();
    }

    private Map<ProjectName, ResolvedProject> inFile() {
        Map<ProjectName, ResolvedProject> projects = new LinkedHashMap<>();
        resolvedSettings
                .file()
                .ifPresent(file -> file.group(PROJECTS)
                        .map(YamlNode::entries)
                        .orElse(Map.of())
                        .forEach((name, node) -> {
                            ProjectName project =
                                    new Setting(new FieldName(PROJECTS, node.location()), name).parse(ProjectName::of);
                            projects.put(project, project(node, file));
                        }));
        return projects;
    }

    private ResolvedProject project(YamlNode node, ConfigFile file) {
        node.entries("app-id", "certificates", "agora-rest");
        Sourced<AppId> appId = Sourced.in(node.required("app-id"), AppId::of);
        CertificateFileReader certificateFiles = resolvedSettings.certificates().from(file.folder());
        YamlNode listed = node.required("certificates");
        List<Sourced<AppCertificate>> certificates = listed.items().stream()
                .map(item -> certificate(item, certificateFiles))
                .toList();
        if (certificates.isEmpty()) {
            throw listed.error("empty list", "list the certificates: the first signs, all verify");
        }
        return new ResolvedProject(appId, certificates);
    }

    private static Sourced<AppCertificate> certificate(YamlNode item, CertificateFileReader certificateFiles) {
        if (!item.isGroup()) {
            return Sourced.in(item, AppCertificate::of);
        }
        item.entries("file");
        return Sourced.in(item.required("file"), certificateFiles::read);
    }

    private InvalidValueException missing(String name, String what) {
        String remedy = "set it to " + what + " in the environment or .env, or try serve --demo";
        return mistyped(name)
                .map(found -> new InvalidValueException(
                        name,
                        "not set, and " + found.name() + " in " + found.origin() + " has no effect",
                        found.remedy()))
                .orElseGet(() -> new InvalidValueException(name, "not set", remedy));
    }

    /** A variable that is probably meant for this part of the project. */
    private Optional<IgnoredVariable> mistyped(String name) {
        String part = name.equals("APP_ID") ? "APP_ID" : "CERTIFICATE";
        return IgnoredVariable.in(resolvedSettings).stream()
                .filter(ignored -> ignored.remedy().contains(part))
                .findFirst();
    }

    /** A project whose parts may come from several places. */
    public record ResolvedProject(Sourced<AppId> appId, List<Sourced<AppCertificate>> certificates) {
        Project named(ProjectName name) {
            return new Project(
                    name,
                    appId.value(),
                    certificates.stream().map(Sourced::value).toList());
        }
    }
}
