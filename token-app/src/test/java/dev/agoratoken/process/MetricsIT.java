package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agoratoken.process.Program.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own tool has nothing against the metrics, the alert rules and the dashboard. */
@EnabledIf("dev.agoratoken.process.Tools#havePromtool")
class MetricsIT {
    private static final String TLS = Path.of(
                    Program.path("agora-token.root"), "adapter-http", "src", "test", "resources", "tls")
            .toString();

    /** Micrometer's metrics of Java have names of their own. */
    private static final Pattern OURS = Pattern.compile("(?:agora|http_server)_.*");

    /** They begin with the first token and the first garbage collection. */
    private static final Set<String> LATER = Set.of("agora_tokens_issued_total", "jvm_gc_pause_seconds_sum");

    private static final Pattern METRIC = Pattern.compile("\\b(?:agora|http_server|jvm|process|system)_[a-z_]+");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern CASE = Pattern.compile("alertname=\"(\\w+)\"");
    private static final Pattern MANAGEMENT = Pattern.compile("http://[^ ]+/metrics");

    @TempDir
    private Path folder;

    private Server server;

    /** One that has every metric: TLS, and an identity provider and a Redis that are down. */
    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("agora-token.yaml"), """
                callers:
                  - {name: anonymous, allow: {services: rtm, user: any}}
                  - name: mobile
                    jwt: {issuer: "https://id.example", audience: agora, jwks: "http://127.0.0.1:1/keys"}
                    allow: {services: rtm, user: "${claims.sub}"}
                """);
        server = Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of(
                        "SERVER_HOST",
                        "127.0.0.1",
                        "SERVER_MANAGEMENT_PORT",
                        "0",
                        "SHARED_REDIS",
                        "redis://127.0.0.1:1",
                        "TLS_CERTIFICATE",
                        TLS + "/server.pem",
                        "TLS_KEY",
                        TLS + "/server.key"))
                .serve("--port", "0");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String scrape() throws Exception {
        Matcher address = MANAGEMENT.matcher(String.join("\n", server.announcement()));
        assertThat(address.find()).isTrue();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address.group())).build();
        HttpClient client = HttpClient.newHttpClient();
        client.send(request, BodyHandlers.ofString());
        client.send(HttpRequest.newBuilder(request.uri().resolve("/nothing")).build(), BodyHandlers.ofString());
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static Set<String> names(String metrics) {
        Set<String> names = new TreeSet<>();
        metrics.lines().filter(line -> !line.startsWith("#")).forEach(line -> names.add(line.split("[{ ]", 2)[0]));
        return names;
    }

    @Test
    void raiseNoComplaint() throws Exception {
        String metrics = scrape();
        Path file = Files.writeString(folder.resolve("metrics.txt"), metrics);
        Process promtool = new ProcessBuilder(Tools.path("promtool"), "check", "metrics")
                .redirectErrorStream(true)
                .redirectInput(file.toFile())
                .start();
        List<String> complaints = promtool.inputReader().lines().toList();
        promtool.waitFor();

        assertThat(complaints)
                .noneMatch(line -> OURS.matcher(line).matches())
                .noneMatch(line -> line.contains("error"));
        assertThat(names(metrics))
                .contains(
                        "agora_build_info",
                        "agora_tls_certificate_expiry_timestamp_seconds",
                        "agora_jwks_age_seconds",
                        "agora_jwks_fetch_failures_total",
                        "agora_requests_refused_total");
    }

    @Test
    void areWatchedByRules() throws Exception {
        Path rules = Tools.deployed("alerts.yaml");

        assertThat(Tools.run(folder, Tools.path("promtool"), "check", "rules", rules.toString()))
                .contains("SUCCESS");
        assertThat(names(scrape())).containsAll(metricsIn(Files.readString(rules)));
    }

    /** Each rule has a case in which it fires, and one in which it is silent. */
    @Test
    void areNotIgnoredByRules() throws Exception {
        Path tests =
                Path.of(Program.path("agora-token.root"), "token-app", "src", "test", "resources", "alerts-test.yaml");
        List<String> alerts = found(ALERT, Files.readString(Tools.deployed("alerts.yaml")));
        List<String> cases = found(CASE, Files.readString(tests));

        assertThat(cases).hasSize(2 * alerts.size());
        assertThat(cases.subList(0, alerts.size())).isEqualTo(alerts);
        assertThat(cases.subList(alerts.size(), cases.size())).isEqualTo(alerts);
        assertThat(Tools.run(folder, Tools.path("promtool"), "test", "rules", tests.toString()))
                .contains("SUCCESS");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    /** Grafana puts a time for its own variables. */
    @Test
    void areShownOnADashboard() throws Exception {
        List<String> expressions = new ArrayList<>();
        JsonNode dashboard = new ObjectMapper()
                .readTree(Tools.deployed("grafana-dashboard.json").toFile());
        dashboard
                .path("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> expressions.add(target.path("expr").asText())));
        StringBuilder rules = new StringBuilder("groups: [{name: dashboard, rules: [\n");
        for (int i = 0; i < expressions.size(); i++) {
            String expression =
                    expressions.get(i).replace("$__rate_interval", "5m").replace("'", "''");
            rules.append("{record: 'panel:")
                    .append(i)
                    .append("', expr: '")
                    .append(expression)
                    .append("'},\n");
        }
        Path file = Files.writeString(
                folder.resolve("dashboard.yaml"), rules.append("]}]").toString());

        assertThat(expressions).hasSizeGreaterThan(10);
        assertThat(Tools.run(folder, Tools.path("promtool"), "check", "rules", file.toString()))
                .contains("SUCCESS: " + expressions.size() + " rules");
        assertThat(names(scrape())).containsAll(metricsIn(String.join("\n", expressions)));
    }

    private static Set<String> metricsIn(String expressions) {
        Set<String> names = new TreeSet<>();
        METRIC.matcher(expressions).results().forEach(found -> names.add(found.group()));
        names.removeAll(LATER);
        assertThat(names).isNotEmpty();
        return names;
    }
}
