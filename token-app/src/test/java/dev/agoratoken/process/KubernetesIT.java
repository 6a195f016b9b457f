package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.process.Manifests.Kustomization;
import dev.agoratoken.process.Manifests.ServiceMonitor;
import dev.agoratoken.process.Program.Outcome;
import dev.agoratoken.process.Program.Server;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests of {@code deploy/kubernetes} are valid, agree with each other, and hold a configuration that works. */
class KubernetesIT {
    private static final Path FOLDER = Tools.deployed("kubernetes");
    private static final String CONFIG = "agora-token.yaml";
    private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", "agora-token");

    private final Kustomization kustomization =
            Manifests.read(FOLDER, List.of("kustomization.yaml")).one(Kustomization.class);
    private final Manifests manifests = Manifests.read(FOLDER, kustomization.resources());
    private final Deployment deployment = manifests.one(Deployment.class);
    private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    private final Container container = pod.getContainers().get(0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, dato: {}}",
                "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers: [{prots: []}]}}}}",
                "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers: [{env: [{name: A, value: 1}]}]}}}}",
                "{apiVersion: v1, kind: ConfigMap, data: {port: 8080}}"
            })
    void theModelsRejectUnknownFieldsAndNumbersForText(String manifest) {
        assertThatThrownBy(() -> Manifests.parse(manifest)).hasMessageMatching("(?s).*(dato|prots|String).*");
    }

    @Test
    void everyFileIsAResource() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
                    .toList();
            assertThat(kustomization.resources()).containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(manifests.one(Namespace.class).getMetadata().getName()).isEqualTo(kustomization.namespace());
        assertThat(kustomization.images()).extracting(Kustomization.Image::name).containsExactly(container.getImage());
    }

    @Test
    void everySelectorSelectsThePods() {
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels()).isEqualTo(LABELS);
        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(LABELS);
        assertThat(manifests.all(Service.class))
                .extracting(service -> service.getSpec().getSelector())
                .containsOnly(LABELS);
        assertThat(manifests
                        .one(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(LABELS);
        assertThat(manifests.one(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
                .isEqualTo(LABELS);
        assertThat(pod.getTopologySpreadConstraints())
                .extracting(each -> each.getLabelSelector().getMatchLabels())
                .containsOnly(LABELS);
        CrossVersionObjectReference target =
                manifests.one(HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef();
        assertThat(target.getApiVersion() + target.getKind() + target.getName())
                .isEqualTo(deployment.getApiVersion()
                        + deployment.getKind()
                        + deployment.getMetadata().getName());
    }

    @Test
    void portsAgree() {
        Map<String, Integer> ports = container.getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
        assertThat(configuration()).contains("\n  port: " + ports.get("http") + "\n");
        assertThat(configuration()).contains("\n  management-port: " + ports.get("management") + "\n");
        assertThat(ports).hasSize(2);

        assertThat(Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                        .map(Probe::getHttpGet)
                        .map(HTTPGetAction::getPort))
                .allMatch(port -> port.getStrVal().equals("management"));
        Map<String, Service> services = manifests.all(Service.class).stream()
                .collect(Collectors.toMap(service -> service.getMetadata().getName(), Function.identity()));
        assertThat(services.values().stream()
                        .flatMap(service -> service.getSpec().getPorts().stream())
                        .map(port -> port.getTargetPort().getStrVal()))
                .containsExactlyInAnyOrder("http", "management");
        assertThat(manifests.one(NetworkPolicy.class).getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getPorts().stream())
                        .map(port -> port.getPort().getStrVal()))
                .containsExactlyInAnyOrder("http", "management");

        IngressServiceBackend backend = manifests
                .one(Ingress.class)
                .getSpec()
                .getRules()
                .get(0)
                .getHttp()
                .getPaths()
                .get(0)
                .getBackend()
                .getService();
        assertThat(portNames(services.get(backend.getName())))
                .containsExactly(backend.getPort().getName());
    }

    private static List<String> portNames(Service service) {
        return service.getSpec().getPorts().stream().map(ServicePort::getName).toList();
    }

    @Test
    void prometheusFindsTheManagementPortUnderTheJobOfTheAlerts() throws IOException {
        ServiceMonitor.Spec monitor = manifests.one(ServiceMonitor.class).spec();
        List<Service> selected = manifests.all(Service.class).stream()
                .filter(service -> service.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(monitor.selector().getMatchLabels().entrySet()))
                .toList();
        assertThat(selected).hasSize(1);
        assertThat(portNames(selected.get(0)))
                .containsExactly(monitor.endpoints().get(0).port());
        String job = selected.get(0).getMetadata().getLabels().get(monitor.jobLabel());
        assertThat(Files.readString(Tools.deployed("alerts.yaml"))).contains("up{job=\"" + job + "\"}");
    }

    /** The pod is one that the namespace admits, and has the time that the server takes to stop. */
    @Test
    void thePodIsRestricted() {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        long stopDeadline = 10;
        assertThat(pod.getTerminationGracePeriodSeconds())
                .isGreaterThan(container.getLifecycle().getPreStop().getSleep().getSeconds() + stopDeadline);
    }

    @Test
    void theUserIsThatOfTheImage() throws IOException {
        String dockerfile = Files.readString(Path.of(Program.path("agora-token.root"), "Dockerfile"));
        assertThat(dockerfile)
                .contains("USER " + pod.getSecurityContext().getRunAsUser() + ":"
                        + pod.getSecurityContext().getRunAsGroup() + "\n");
    }

    private String configuration() {
        return manifests.one(ConfigMap.class).getData().get(CONFIG);
    }

    /** Where a volume of that name is mounted. */
    private String mounted(String volume) {
        return container.getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals(volume))
                .map(VolumeMount::getMountPath)
                .findFirst()
                .orElseThrow();
    }

    /** The volumes, written as the kubelet does, below a folder of the test; returns the path of the configuration. */
    private Path mountVolumes() throws IOException {
        ConfigMap configMap = manifests.one(ConfigMap.class);
        Kustomization.Generator secret = kustomization.secretGenerator().get(0);
        assertThat(pod.getVolumes()).hasSize(2);
        assertThat(pod.getVolumes().get(0).getConfigMap().getName())
                .isEqualTo(configMap.getMetadata().getName());
        assertThat(pod.getVolumes().get(1).getSecret().getSecretName()).isEqualTo(secret.name());
        for (String file : secret.files()) {
            String key = Path.of(file).getFileName().toString();
            writeVolume(mounted("certificates"), Map.of(key, Program.PROJECT.get("APP_CERTIFICATE")));
        }
        writeVolume(mounted("configuration"), Map.of(CONFIG, onThisMachine()));
        String named = container.getEnv().stream()
                .filter(variable -> variable.getName().equals("AGORA_TOKEN_CONFIG"))
                .findFirst()
                .orElseThrow()
                .getValue();
        return below(named);
    }

    /** The configuration with the folder of the test in front of its paths. */
    private String onThisMachine() {
        String certificates = mounted("certificates") + "/";
        assertThat(configuration()).contains("file: " + certificates);
        return configuration().replace(certificates, below(certificates) + "/");
    }

    private Path below(String path) {
        return folder.resolve(path.substring(1));
    }

    private void writeVolume(String mountPath, Map<String, String> files) throws IOException {
        Path volume = Files.createDirectories(below(mountPath));
        Path version = Files.createTempDirectory(volume, "..");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(version.resolve(file.getKey()), file.getValue());
            Path link = volume.resolve(file.getKey());
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, Path.of("..data", file.getKey()));
            }
        }
        Path next = Files.createSymbolicLink(volume.resolve("..data_tmp"), version.getFileName());
        Files.move(next, volume.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void theConfigurationIsAccepted() throws IOException {
        Path config = mountVolumes();

        Outcome outcome = Program.launcher(folder)
                .with(Map.of("AGORA_TOKEN_CONFIG", config.toString()))
                .run("config", "check");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("warning");
    }

    @Test
    void aChangedSecretAppliesWithoutARestart() throws Exception {
        Path config = mountVolumes();
        writeVolume(
                mounted("configuration"),
                Map.of(CONFIG, onThisMachine().replaceAll("(?s)callers:.*server:", "server:\n  open: true")));
        Map<String, String> variables =
                Map.of("AGORA_TOKEN_CONFIG", config.toString(), "SERVER_MANAGEMENT_PORT", "0", "LOG_FORMAT", "text");
        try (Server server = Program.launcher(folder).with(variables).serve("--host", "127.0.0.1", "--port", "0")) {
            String other = "aaaaaaaabbbbbbbbccccccccdddddddd";
            writeVolume(mounted("certificates"), Map.of("default.cert", other));
            server.awaitLine("configuration changed");

            String token = token(server);
            Outcome outcome = Program.launcher(folder)
                    .with(Map.of("APP_ID", Program.PROJECT.get("APP_ID"), "APP_CERTIFICATE", other))
                    .run("verify", token);
            assertThat(outcome.out()).startsWith("accepted");
        }
    }

    private static String token(Server server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/rtm/alice"))
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return body.replaceAll(".*\"rtmToken\":\"([^\"]+)\".*", "$1");
    }

    /** Each file that compose.yaml mounts exists, and nothing secret is a variable. */
    @Test
    void composeMountsWhatIsThere() throws IOException {
        String compose = Files.readString(Tools.deployed("compose.yaml"));
        Set<String> mounted = compose.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("- ./"))
                .map(line -> line.replaceAll("- \\./([^:]+):.*", "$1"))
                .collect(Collectors.toSet());
        assertThat(mounted).containsExactlyInAnyOrder("prometheus.yaml", "alerts.yaml");
        assertThat(mounted).allMatch(name -> Files.isRegularFile(Tools.deployed(name)));
        assertThat(compose).doesNotContain("APP_CERTIFICATE:");
    }
}
