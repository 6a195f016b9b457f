package dev.agoratoken.app;

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
final class ProjectReader {
    private static final String PROJECTS = "projects";

    private final Settings settings;

    ProjectReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * All projects, at least one.
     *
     * @throws InvalidValueException if there is none, or one is not as it should be
     */
    ConfiguredProjects read() {
        Map<ProjectName, Project> projects = inFile();
        ProjectName meant = meant(projects);
        Optional<AppId> appId = settings.outsideFile(Key.APP_ID).map(setting -> setting.as(AppId::of));
        List<AppCertificate> certificates = certificates();
        if (appId.isPresent() || !certificates.isEmpty()) {
            projects.put(meant, merged(meant, Optional.ofNullable(projects.get(meant)), appId, certificates));
        }
        if (projects.isEmpty()) {
            throw missing("APP_ID", "the App ID of the project");
        }
        if (!projects.containsKey(meant)) {
            throw unnamed(meant, projects);
        }
        return new ConfiguredProjects(projects, meant);
    }

    /** The project that is meant when none is named: as the file says, else its only one, else the one of that name. */
    private ProjectName meant(Map<ProjectName, Project> projects) {
        return settings.first(Key.TOKEN_PROJECT)
                .map(setting -> setting.as(ProjectName::of))
                .or(() -> projects.size() == 1 ? projects.keySet().stream().findFirst() : Optional.empty())
                .orElse(ProjectName.DEFAULT);
    }

    private InvalidValueException unnamed(ProjectName meant, Map<ProjectName, Project> projects) {
        String title = settings.first(Key.TOKEN_PROJECT)
                .map(Setting::title)
                .orElse(Key.TOKEN_PROJECT.path().orElseThrow().toString());
        return new InvalidValueException(
                title,
                "there is no project " + meant + ", which is meant when none is named",
                "set it to one of "
                        + projects.keySet().stream().map(ProjectName::value).collect(Collectors.joining(", ")));
    }

    private static Project merged(
            ProjectName name, Optional<Project> written, Optional<AppId> appId, List<AppCertificate> certificates) {
        boolean sameAppId = written.isPresent()
                && (appId.isEmpty() || appId.get().equals(written.get().appId()));
        if (certificates.isEmpty() && !sameAppId) {
            // The file's certificates belong to another App ID: Agora would refuse what they sign.
            throw missing("APP_CERTIFICATE", "the primary certificate of the App ID that is set");
        }
        return new Project(
                name,
                appId.or(() -> written.map(Project::appId))
                        .orElseThrow(() -> missing("APP_ID", "the App ID of the project")),
                certificates.isEmpty() ? written.get().certificates() : certificates);
    }

    private List<AppCertificate> certificates() {
        List<AppCertificate> certificates = new ArrayList<>();
        certificate(Key.APP_CERTIFICATE, Key.APP_CERTIFICATE_FILE).ifPresent(certificates::add);
        Optional<AppCertificate> secondary =
                certificate(Key.APP_CERTIFICATE_SECONDARY, Key.APP_CERTIFICATE_SECONDARY_FILE);
        if (secondary.isPresent() && certificates.isEmpty()) {
            throw missing("APP_CERTIFICATE", "the primary certificate, beside the secondary one");
        }
        secondary.ifPresent(certificates::add);
        return certificates;
    }

    /** The certificate itself or the file that holds it, whichever an earlier source has. */
    private Optional<AppCertificate> certificate(Key itself, Key file) {
        return settings.sources().stream()
                .flatMap(source -> source
                        .find(itself)
                        .map(setting -> setting.as(AppCertificate::of))
                        .or(() -> source.find(file).map(setting -> setting.as(settings.certificates()::read)))
                        .stream())
                .findFirst();
    }

    private Map<ProjectName, Project> inFile() {
        Map<ProjectName, Project> projects = new LinkedHashMap<>();
        settings.file()
                .ifPresent(file -> file.group(PROJECTS)
                        .map(ConfigNode::entries)
                        .orElse(Map.of())
                        .forEach((name, node) -> {
                            ProjectName project = new Setting(PROJECTS, name, node.place()).as(ProjectName::of);
                            projects.put(project, project(project, node, file));
                        }));
        return projects;
    }

    private Project project(ProjectName name, ConfigNode node, ConfigFile file) {
        Map<String, ConfigNode> entries = node.entries("app-id", "certificates");
        AppId appId = required(node, entries, "app-id").as(AppId::of);
        CertificateFiles files =
                new CertificateFiles(file.folder(), settings.certificates().in());
        List<AppCertificate> certificates = required(node, entries, "certificates").items().stream()
                .map(item -> certificate(item, files))
                .toList();
        if (certificates.isEmpty()) {
            throw entries.get("certificates")
                    .refused("there is none", "list the certificates; the first signs, all verify");
        }
        return new Project(name, appId, certificates);
    }

    private static AppCertificate certificate(ConfigNode item, CertificateFiles files) {
        return item.isGroup()
                ? required(item, item.entries("file"), "file").as(files::read)
                : item.as(AppCertificate::of);
    }

    private static ConfigNode required(ConfigNode group, Map<String, ConfigNode> entries, String key) {
        return Optional.ofNullable(entries.get(key))
                .orElseThrow(() -> group.refused("it has no " + key, "write " + key + " below it"));
    }

    private static InvalidValueException missing(String name, String what) {
        return new InvalidValueException(
                name, "it is not set", "set it to " + what + " in the environment or in .env, or try serve --demo");
    }
}
