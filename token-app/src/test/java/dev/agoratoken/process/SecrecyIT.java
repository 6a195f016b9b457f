package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.policy.TokenFingerprint;
import dev.agoratoken.issuing.policy.caller.ApiKey;
import dev.agoratoken.process.Program.Server;
import dev.agoratoken.token.TokenText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that a server writes while it is used and misused holds no secret. */
class SecrecyIT {
    private static final String KEY = "agt_key-of-the-web-backend";
    private static final String WRONG_KEY = "agt_a-key-that-is-not-known";
    private static final String LOGIN_TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl";
    private static final Pattern TOKEN = Pattern.compile("00[67][A-Za-z0-9+/]{60,}=*");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws Exception {
        Files.writeString(folder.resolve("agora-token.yaml"), """
                callers:
                  - name: web
                    key-sha256: %s
                    allow: {services: [rtc, rtm], channels: "class-*", user: any}
                """.formatted(
                        ApiKey.presented(KEY).hash().hex()));
    }

    @ParameterizedTest
    @CsvSource({"text,info", "json,info", "text,debug", "json,debug"})
    void holdsNoSecret(String format, String level) throws Exception {
        Map<String, String> variables = Map.of(
                "AUDIT_FILE",
                "audit.jsonl",
                "LOG_FORMAT",
                format,
                "SERVER_HOST",
                "127.0.0.1",
                "JAVA_TOOL_OPTIONS",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=" + level);
        List<String> tokens = new ArrayList<>();
        List<String> output = new ArrayList<>();
        try (Server server =
                Program.launcher(folder).with(Program.PROJECT).with(variables).serve("--port", "0")) {
            use(server.address(), tokens);
            server.signal("TERM");
            output.addAll(server.announcement());
            output.addAll(server.laterLines());
            assertThat(server.exitCode()).isZero();
        }
        List<String> audit = Files.readAllLines(folder.resolve("audit.jsonl"));
        String everything = String.join("\n", output) + "\n" + String.join("\n", audit);

        assertThat(tokens).hasSize(4);
        assertThat(everything)
                .doesNotContain(tokens)
                .doesNotContain(KEY, WRONG_KEY, LOGIN_TOKEN, Program.CERTIFICATE, "expiry=60", "secret-query");
        assertThat(TOKEN.matcher(everything).find()).isFalse();
        assertThat(tokens).allSatisfy(token -> {
            String fingerprint = TokenFingerprint.of(TokenText.of(token)).hex();
            assertThat(audit).anyMatch(line -> line.contains("\"token\":\"" + fingerprint + "\""));
            assertThat(output).anyMatch(line -> line.contains(fingerprint));
        });
        assertThat(audit).hasSize(8).allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"));
    }

    /** Four tokens, and all sorts of what does not give one: four of them are decisions. */
    private void use(String address, List<String> tokens) throws Exception {
        String rtc = "{\"services\":[{\"type\":\"rtc\",\"channel\":\"%s\",\"uid\":1,\"role\":\"publisher\"}]}";
        tokens.addAll(tokensIn(post(address + "/v1/tokens", rtc.formatted("class-1"), "X-Api-Key", KEY)));
        tokens.addAll(
                tokensIn(get(address + "/rte/class-1/publisher/uid/1/?expiry=60", "Authorization", "Bearer " + KEY)));
        tokens.addAll(tokensIn(post(address + "/getToken", "{\"tokenType\":\"rtm\",\"uid\":\"1\"}", "X-Api-Key", KEY)));
        post(address + "/v1/tokens", rtc.formatted("staff"), "X-Api-Key", KEY);
        post(address + "/v1/tokens", rtc.formatted("class-1"), "X-Api-Key", WRONG_KEY);
        get(address + "/rtm/1/?expiry=60&secret-query=1", "Authorization", "Bearer " + LOGIN_TOKEN);
        get(address + "/rtm/1/?expiry=secret-query", "X-Api-Key", KEY);
        get(address + "/rtc/class-1/%00/uid/1/?secret-query=%25", "X-Api-Key", KEY);
        get(address + "/nothing?token=" + tokens.get(0).replace("+", "%2B"), "X-Api-Key", KEY);
        get(address + "/rtm/1/?expiry=60");
        post(address + "/v1/tokens", "{\"certificate\":\"" + Program.CERTIFICATE + "\"}", "X-Api-Key", KEY);
        post(address + "/v1/tokens", "{\"" + KEY, "X-Api-Key", KEY);
        for (String token : tokens) {
            post(address + "/v1/tokens/inspect", "{\"token\":\"" + token + "\"}", "X-Api-Key", KEY);
            post(address + "/v1/tokens/verify", "{\"token\":\"" + token.substring(1) + "\"}", "X-Api-Key", KEY);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void issuesNothingWhileTheDiskOfTheAuditIsFull() throws Exception {
        try (Server server = Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of("AUDIT_FILE", "/dev/full", "SERVER_HOST", "127.0.0.1"))
                .serve("--port", "0")) {
            HttpResponse<String> refused = get(server.address() + "/rtm/1/?expiry=60", "X-Api-Key", KEY);
            HttpResponse<String> ready = get(server.address() + "/health/ready");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(TOKEN.matcher(refused.body()).find()).isFalse();
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("\"status\":\"unready\"", "the audit file cannot be written");
        }
    }

    private static List<String> tokensIn(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return TOKEN.matcher(response.body())
                .results()
                .map(result -> result.group())
                .toList();
    }

    private HttpResponse<String> get(String address, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address)), headers);
    }

    private HttpResponse<String> post(String address, String json, String... headers) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }
}
