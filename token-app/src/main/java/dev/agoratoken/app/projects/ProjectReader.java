package dev.agoratoken.app.projects;

import dev.agoratoken.app.config.CertificateFiles;
import dev.agoratoken.app.config.ConfigFile;
import dev.agoratoken.app.config.ConfigNode;
import dev.agoratoken.app.config.Found;
import dev.agoratoken.app.config.Key;
import dev.agoratoken.app.config.Setting;
import dev.agoratoken.app.config.Settings;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the projects. The file may have several; the command line, the environment and {@code .env} speak of the one that is
 * meant when none is named, and replace its certificates, or its App ID and its certificates together.
 */
public final class ProjectReader {
    private static final String PROJECTS = "projects";

    private final Settings settings;

    public ProjectReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * All projects, at least one.
     *
     * @throws InvalidValueException if there is none, or one is not as it should be
     */
    public ConfiguredProjects read() {
        return of(found());
    }

    /**
     * All projects; empty if no source speaks of any.
     *
     * @throws InvalidValueException if one is not as it should be
     */
    public Optional<ConfiguredProjects> readAny() {
        Map<ProjectName, FoundProject> found = foundAny();
        return found.isEmpty() ? Optional.empty() : Optional.of(of(found));
    }

    private ConfiguredProjects of(Map<ProjectName, FoundProject> found) {
        Map<ProjectName, Project> projects = new LinkedHashMap<>();
        found.forEach((name, project) -> projects.put(name, project.named(name)));
        return new ConfiguredProjects(projects, meant(found).value());
    }

    /**
     * All projects with the places where their parts come from.
     *
     * @throws InvalidValueException as {@link #read} does
     */
    public Map<ProjectName, FoundProject> found() {
        Map<ProjectName, FoundProject> projects = foundAny();
        if (projects.isEmpty()) {
            throw missing("APP_ID", "the App ID of the project");
        }
        return projects;
    }

    private Map<ProjectName, FoundProject> foundAny() {
        Map<ProjectName, FoundProject> projects = inFile();
        Optional<Found<AppId>> appId = settings.outsideFile(Key.APP_ID).map(setting -> Found.in(setting, AppId::of));
        List<Found<AppCertificate>> certificates = certificates();
        ProjectName meant = meant(projects).value();
        if (appId.isPresent() || !certificates.isEmpty()) {
            projects.put(meant, merged(Optional.ofNullable(projects.get(meant)), appId, certificates));
        }
        if (!projects.isEmpty() && !projects.containsKey(meant)) {
            throw unnamed(meant, projects);
        }
        return projects;
    }

    /** The project that is meant when none is named: as the file says, else its only one, else the one of that name. */
    public Found<ProjectName> meant(Map<ProjectName, FoundProject> projects) {
        return settings.first(Key.TOKEN_PROJECT)
                .map(setting -> Found.in(setting, ProjectName::of))
                .or(() -> projects.keySet().stream()
                        .filter(only -> projects.size() == 1)
                        .map(only -> new Found<>(only, "the only project"))
                        .findFirst())
                .orElse(new Found<>(ProjectName.DEFAULT, "default"));
    }

    private InvalidValueException unnamed(ProjectName meant, Map<ProjectName, FoundProject> projects) {
        return new InvalidValueException(
                settings.first(Key.TOKEN_PROJECT).map(Setting::title).orElse(Key.TOKEN_PROJECT.title()),
                "there is no project " + meant + ", which is meant when none is named",
                "set it to one of "
                        + projects.keySet().stream().map(ProjectName::value).collect(Collectors.joining(", ")));
    }

    private static FoundProject merged(
            Optional<FoundProject> written, Optional<Found<AppId>> appId, List<Found<AppCertificate>> certificates) {
        if (!certificates.isEmpty()) {
            return new FoundProject(
                    appId.or(() -> written.map(FoundProject::appId))
                            .orElseThrow(() -> missing("APP_ID", "the App ID of the project")),
                    certificates);
        }
        // Certificates in the file belong to the App ID that stands beside them: Agora would refuse what they sign for
        // another.
        return written.filter(project ->
                        project.appId().value().equals(appId.orElseThrow().value()))
                .orElseThrow(() -> missing("APP_CERTIFICATE", "the primary certificate of the App ID that is set"));
    }

    private List<Found<AppCertificate>> certificates() {
        List<Found<AppCertificate>> certificates = new ArrayList<>();
        certificate(Key.APP_CERTIFICATE, Key.APP_CERTIFICATE_FILE).ifPresent(certificates::add);
        Optional<Found<AppCertificate>> secondary =
                certificate(Key.APP_CERTIFICATE_SECONDARY, Key.APP_CERTIFICATE_SECONDARY_FILE);
        if (secondary.isPresent() && certificates.isEmpty()) {
            throw missing("APP_CERTIFICATE", "the primary certificate, beside the secondary one");
        }
        secondary.ifPresent(certificates::add);
        return certificates;
    }

    /** The certificate itself or the file that holds it, whichever an earlier source has. */
    private Optional<Found<AppCertificate>> certificate(Key itself, Key file) {
        return settings.sources().stream()
                .flatMap(source -> source
                        .find(itself)
                        .map(setting -> Found.in(setting, AppCertificate::of))
                        .or(() -> source.find(file).map(setting -> Found.in(setting, settings.certificates()::read)))
                        .stream())
                .findFirst();
    }

    private Map<ProjectName, FoundProject> inFile() {
        Map<ProjectName, FoundProject> projects = new LinkedHashMap<>();
        settings.file()
                .ifPresent(file -> file.group(PROJECTS)
                        .map(ConfigNode::entries)
                        .orElse(Map.of())
                        .forEach((name, node) -> {
                            ProjectName project = new Setting(PROJECTS, name, node.place()).as(ProjectName::of);
                            projects.put(project, project(node, file));
                        }));
        return projects;
    }

    private FoundProject project(ConfigNode node, ConfigFile file) {
        node.entries("app-id", "certificates");
        Found<AppId> appId = Found.in(node.required("app-id"), AppId::of);
        CertificateFiles files = settings.certificates().from(file.folder());
        ConfigNode listed = node.required("certificates");
        List<Found<AppCertificate>> certificates =
                listed.items().stream().map(item -> certificate(item, files)).toList();
        if (certificates.isEmpty()) {
            throw listed.refused("there is none", "list the certificates; the first signs, all verify");
        }
        return new FoundProject(appId, certificates);
    }

    private static Found<AppCertificate> certificate(ConfigNode item, CertificateFiles files) {
        if (!item.isGroup()) {
            return Found.in(item, AppCertificate::of);
        }
        item.entries("file");
        return Found.in(item.required("file"), files::read);
    }

    private static InvalidValueException missing(String name, String what) {
        return new InvalidValueException(
                name, "it is not set", "set it to " + what + " in the environment or in .env, or try serve --demo");
    }

    /** A project whose parts may come from several places. */
    public record FoundProject(Found<AppId> appId, List<Found<AppCertificate>> certificates) {
        Project named(ProjectName name) {
            return new Project(
                    name, appId.value(), certificates.stream().map(Found::value).toList());
        }
    }
}
