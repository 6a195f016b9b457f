package dev.agoratoken.app.serve;

import static dev.agoratoken.app.login.IdentityProviderFixture.claims;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.MovingClock;
import dev.agoratoken.app.RecipeFixture;
import dev.agoratoken.app.config.SettingsLoader;
import dev.agoratoken.app.config.TrackedFiles;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.login.IdentityProviderFixture;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.http.HttpAdapter;
import dev.agoratoken.http.settings.BuildInfo;
import dev.agoratoken.http.settings.HealthSources;
import dev.agoratoken.http.settings.HttpPorts;
import dev.agoratoken.http.settings.HttpSettings;
import dev.agoratoken.issuing.policy.caller.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three ways to set the server up, each with what it grants and what it refuses. */
@Tag("slow")
class CallersOverHttpTest {
    private static final String PROJECT = "projects: {default: {app-id: %s, certificates: [%s]}}\n"
            .formatted(ConfigFixture.APP_ID, ConfigFixture.CERTIFICATE);
    private static final String KEY = "agt_key-of-the-web-backend";
    private static final int MAX_REQUESTS = 10_000;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final MovingClock clock = new MovingClock(IdentityProviderFixture.NOW);
    private final IdentityProviderFixture provider = new IdentityProviderFixture();
    private HttpAdapter http;
    private ReloadingConfiguration live;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        http.stop();
        provider.close();
    }

    @Test
    void servesAGatewayOnAPrivateNet() {
        serve(RecipeFixture.callers("anonymous"));

        assertThat(post(rtc("testing", "\"uid\":1234"))).isEqualTo(201);
        assertThat(get("/rtc/testing/publisher/uid/1234/")).isEqualTo(200);
        assertThat(post(rtc("testing", "\"anyUser\":true"))).isEqualTo(403);
        assertThat(post("{\"services\":[{\"type\":\"chat\",\"app\":true}]}")).isEqualTo(403);
        assertThat(post(rtc("testing", "\"uid\":1234"), "Authorization", "Bearer wrong"))
                .isEqualTo(401);
    }

    @Test
    void servesAWebBackendWithAKey() {
        String recipe = RecipeFixture.callers("web-backend");
        recipe = RecipeFixture.with(
                recipe,
                "0123456789abcdef".repeat(4),
                ApiKey.presented(KEY).hash().hex());
        recipe = RecipeFixture.with(recipe, "rate: 50/s", "rate: 10/m");
        serve(RecipeFixture.with(recipe, "burst: 100", "burst: 6"));
        String request = rtc("class-1", "\"uid\":1234");

        assertThat(post(request)).isEqualTo(401);
        assertThat(get("/rtc/class-1/publisher/uid/1234/")).isEqualTo(401);
        assertThat(post(request, "X-Api-Key", KEY.substring(0, KEY.length() - 1)))
                .isEqualTo(401);
        assertThat(post(request, "Authorization", "Bearer " + KEY, "Authorization", "Bearer " + KEY))
                .isEqualTo(401);
        assertThat(post(request, "Authorization", "Bearer " + KEY)).isEqualTo(201);
        assertThat(post(request, "X-Api-Key", KEY)).isEqualTo(201);
        assertThat(get("/rtc/class-1/publisher/uid/1234/", "X-Api-Key", KEY)).isEqualTo(200);
        assertThat(get("/rtc/cl%61ss-1/publisher/uid/1234/", "X-Api-Key", KEY)).isEqualTo(200);
        assertThat(get("/rtc/class%2Dstaff-1/publisher/uid/1234/", "X-Api-Key", KEY))
                .isEqualTo(403);
        assertThat(post(rtc("Class-1", "\"uid\":1234"), "X-Api-Key", KEY)).isEqualTo(403);
        assertThat(post(request, "X-Api-Key", KEY)).isEqualTo(429);

        clock.advance(Duration.ofSeconds(6));

        assertThat(post(request, "X-Api-Key", KEY)).isEqualTo(201);
    }

    @Test
    void servesMobileAndWebClientsWithTheirLoginTokens() {
        serve(RecipeFixture.with(
                RecipeFixture.callers("mobile"), "https://login.example/keys", provider.keysAddress()));
        String login = "Bearer " + provider.sign(claims().claim("school", "west"));

        assertThat(post(rtc("class-west-1", "\"account\":\"ann\""), "Authorization", login))
                .isEqualTo(201);
        assertThat(post(
                        "{\"services\":[{\"type\":\"rtc\",\"channel\":\"class-west-1\",\"role\":\"publisher\"},"
                                + "{\"type\":\"rtm\"}]}",
                        "Authorization",
                        login))
                .isEqualTo(201);
        assertThat(post(rtc("class-west-1", "\"account\":\"bob\""), "Authorization", login))
                .isEqualTo(403);
        assertThat(post(rtc("class-east-1", "\"account\":\"ann\""), "Authorization", login))
                .isEqualTo(403);
        assertThat(get("/rtc/class-west-1/publisher/userAccount/ann/", "Authorization", login))
                .isEqualTo(200);

        clock.advance(Duration.ofMinutes(6));

        assertThat(post(rtc("class-west-1", "\"account\":\"ann\""), "Authorization", login))
                .isEqualTo(401);
    }

    @Test
    void keepsBansWhenTheConfigurationChanges() {
        String teachers = "callers: [{name: anonymous, allow: "
                + "{services: rtc, channels: class-*, user: any, longest: %d, actions: [issue, ban]}}]\n";
        serve(teachers.formatted(60));
        String ann = "{\"services\":[{\"type\":\"rtc\",\"channel\":\"class-1\",\"account\":\"ann\"}]}";

        assertThat(post(ann)).isEqualTo(201);
        assertThat(postTo("/v1/bans", "{\"account\":\"ann\"}")).isEqualTo(403);
        assertThat(postTo("/v1/bans", "{\"channel\":\"class-1\",\"account\":\"ann\"}"))
                .isEqualTo(201);
        assertThat(post(ann)).isEqualTo(403);

        write(teachers.formatted(61));
        live.reloadIfChanged();

        assertThat(live.reloads()).isEqualTo(1);
        assertThat(post(ann)).isEqualTo(403);
        clock.advance(Duration.ofSeconds(86_430));
        assertThat(post(ann)).isEqualTo(201);
    }

    @Test
    void failsNoRequestWhileTheConfigurationChanges() throws Exception {
        String anonymous = "callers: [{name: anonymous, allow: {services: rtm, user: any, longest: %d}}]\n";
        serve(anonymous.formatted(60));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(3);
        try {
            List<Future<Set<Integer>>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(clients.submit(() -> askUntil(done)));
            }
            for (int i = 1; i <= 30; i++) {
                write(i % 3 == 0 ? "nonsense: true" : anonymous.formatted(60 + i));
                live.reloadIfChanged();
            }
            done.set(true);
            for (Future<Set<Integer>> client : answers) {
                assertThat(client.get(60, TimeUnit.SECONDS)).containsExactly(201);
            }
        } finally {
            done.set(true);
            clients.shutdownNow();
        }
        assertThat(live.reloads()).isEqualTo(20);
        assertThat(live.rejectedReloads()).isEqualTo(10);
    }

    private Set<Integer> askUntil(AtomicBoolean done) {
        Set<Integer> statuses = new HashSet<>();
        for (int i = 0; i < MAX_REQUESTS && (!done.get() || statuses.isEmpty()); i++) {
            statuses.add(post("{\"services\":[{\"type\":\"rtm\",\"userId\":\"ann\"}]}"));
        }
        return statuses;
    }

    private void write(String callers) {
        ConfigFixture.write(folder, "agora-token.yaml", PROJECT + callers);
    }

    private void serve(String callers) {
        write(callers);
        SettingsLoader settings = new SettingsLoader(ConfigFixture.environment(folder, Map.of(), ""));
        ServingStateFactory reader = StateFixture.states(clock);
        live = new ReloadingConfiguration(
                files -> StateFixture.read(settings.load(ConfigOverrides.NONE, files), reader),
                new TrackedFiles(),
                clock,
                EventLog.NONE);
        http = new HttpAdapter(
                HttpSettings.builder("127.0.0.1", 0).build(),
                new HttpPorts(
                        live,
                        new HealthSources(
                                live,
                                Optional::empty,
                                () -> reader.keys().outages(live.state().identityProviders()),
                                () -> reader.keys().statuses(live.state().identityProviders()),
                                Optional.empty(),
                                () -> 0,
                                () -> true),
                        lines -> {},
                        clock,
                        new BuildInfo("agora-token", "0", Optional.empty(), "17"),
                        false));
        http.start();
    }

    private static String rtc(String channel, String user) {
        return "{\"services\":[{\"type\":\"rtc\",\"channel\":\"" + channel + "\"," + user
                + ",\"role\":\"publisher\"}]}";
    }

    private int post(String json, String... headers) {
        return postTo("/v1/tokens", json, headers);
    }

    private int postTo(String path, String json, String... headers) {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                headers);
    }

    private int get(String path, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + http.port() + path);
    }

    private static int send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return response.statusCode();
        } catch (IOException e) {
            throw new AssertionError("the server is on this machine", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("nobody interrupts this", e);
        }
    }
}
