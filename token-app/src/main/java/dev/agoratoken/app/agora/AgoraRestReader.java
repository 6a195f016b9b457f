package dev.agoratoken.app.agora;

import dev.agoratoken.app.config.CertificateFileReader;
import dev.agoratoken.app.config.ConfigFile;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.Setting;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.SettingsSource;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.config.YamlNode;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads which projects have access to Agora's REST API: {@code projects.NAME.agora-rest} in the file. Environment and
 * {@code .env} replace all of it for the default project.
 */
public final class AgoraRestReader {
    private static final String SECRET_CONTENT = "the customer secret";

    private final ResolvedSettings resolvedSettings;

    public AgoraRestReader(ResolvedSettings resolvedSettings) {
        this.resolvedSettings = resolvedSettings;
    }

    /**
     * The access of each project that has it.
     *
     * @throws InvalidValueException if a part is missing or invalid; the message does not show the secret
     */
    public Map<ProjectName, AgoraRest> read(ConfiguredProjects projects) {
        Map<ProjectName, AgoraRest> access = new LinkedHashMap<>();
        resolve(projects)
                .forEach((name, found) -> access.put(
                        name,
                        new AgoraRest(
                                projects.find(name).map(Project::appId).orElseThrow(),
                                found.customerId().value(),
                                found.customerSecret().value(),
                                found.host().value())));
        return access;
    }

    /**
     * The same with the sources of the parts.
     *
     * @throws InvalidValueException as {@link #read} does
     */
    public Map<ProjectName, Resolved> resolve(ConfiguredProjects projects) {
        Map<ProjectName, Resolved> found = new LinkedHashMap<>();
        resolvedSettings
                .file()
                .ifPresent(file -> file.group("projects")
                        .map(YamlNode::entries)
                        .orElse(Map.of())
                        .forEach((name, project) -> project.child("agora-rest")
                                .ifPresent(node -> found.put(ProjectName.of(name), inFile(node, file)))));
        outsideFile().ifPresent(access -> found.put(projects.defaultProject(), access));
        found.keySet().retainAll(projects.byName().keySet());
        return found;
    }

    private Resolved inFile(YamlNode node, ConfigFile file) {
        Map<String, YamlNode> parts = node.entries("customer-id", "customer-secret", "host");
        return new Resolved(
                Sourced.in(node.required("customer-id"), AgoraRestReader::customerId),
                secret(
                        node.required("customer-secret"),
                        resolvedSettings.certificates().from(file.folder())),
                Optional.ofNullable(parts.get("host"))
                        .map(host -> Sourced.in(host, AgoraHost::of))
                        .orElse(Resolved.DEFAULT_HOST));
    }

    private static Sourced<CustomerSecret> secret(YamlNode node, CertificateFileReader files) {
        if (!node.isGroup()) {
            return Sourced.in(node, CustomerSecret::of);
        }
        node.entries("file");
        return Sourced.in(node.required("file"), secretIn(files));
    }

    private Optional<Resolved> outsideFile() {
        Optional<Setting> customerId = resolvedSettings.outsideFile(SettingKey.AGORA_REST_CUSTOMER_ID);
        Optional<Sourced<CustomerSecret>> secret = resolvedSettings.sources().stream()
                .flatMap(source -> secret(source).stream())
                .findFirst();
        if (customerId.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Resolved(
                Sourced.in(
                        customerId.orElseThrow(
                                () -> missing(SettingKey.AGORA_REST_CUSTOMER_ID, "AGORA_REST_CUSTOMER_SECRET")),
                        AgoraRestReader::customerId),
                secret.orElseThrow(() -> missing(SettingKey.AGORA_REST_CUSTOMER_SECRET, "AGORA_REST_CUSTOMER_ID")),
                resolvedSettings
                        .outsideFile(SettingKey.AGORA_REST_HOST)
                        .map(host -> Sourced.in(host, AgoraHost::of))
                        .orElse(Resolved.DEFAULT_HOST)));
    }

    private Optional<Sourced<CustomerSecret>> secret(SettingsSource source) {
        return source.find(SettingKey.AGORA_REST_CUSTOMER_SECRET)
                .map(setting -> Sourced.in(setting, CustomerSecret::of))
                .or(() -> source.find(SettingKey.AGORA_REST_CUSTOMER_SECRET_FILE)
                        .map(setting -> Sourced.in(setting, secretIn(resolvedSettings.certificates()))));
    }

    private static Function<String, CustomerSecret> secretIn(CertificateFileReader files) {
        return name -> CustomerSecret.of(files.text(name, SECRET_CONTENT));
    }

    private static InvalidValueException missing(SettingKey<?> key, String other) {
        return new InvalidValueException(
                key.label(), "not set, and " + other + " is", "set both, or neither to have no access to Agora");
    }

    private static String customerId(String text) {
        if (!text.matches("[!-~&&[^:]]{1,128}")) {
            throw new InvalidValueException(
                    "customer-id", "invalid customer id", "copy it from the Agora Console, without spaces and quotes");
        }
        return text;
    }

    /** The access of a project, whose parts may come from several places. */
    public record Resolved(
            Sourced<String> customerId, Sourced<CustomerSecret> customerSecret, Sourced<AgoraHost> host) {
        private static final Sourced<AgoraHost> DEFAULT_HOST = new Sourced<>(AgoraHost.DEFAULT, "default");
    }
}
