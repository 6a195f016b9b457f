package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.agoratoken.process.Program.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Agora's Web SDKs with tokens of the packaged program, in a page of another origin. They check what they get and then ask
 * Agora, which is out of reach here: that request, with the token in it, is the proof that they took it.
 */
@ExtendWith({ChromiumIsThere.class, AgoraSdk.AreThere.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class AgoraSdkIT {
    private static final String JOIN = "join";
    private static final String LOGIN = "login";
    private static final String OTHER_APP_ID = "0123456789abcdef0123456789abcdef";
    private static final String CHANNEL = "room";

    private static final String INVALID_TOKEN = "-10005";
    private static final String INVALID_USER_ID = "-10006";
    private static final String OTHER_APP_ID_IN_TOKEN = "-10016";
    /** What the SDKs say when the app gives up waiting for Agora. */
    private static final Map<String, String> ABORTED = Map.of(JOIN, "OPERATION_ABORTED", LOGIN, "-10023");

    private HttpServer app;
    private Server server;
    private Chromium chromium;
    private AppPage page;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        app = AppPage.serve();
        server = Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of("CORS_ALLOW_ORIGIN", AppPage.origin(app)))
                .serve("--port", "0");
        chromium = Chromium.start();
        page = AppPage.open(chromium.newContext(), AppPage.origin(app));
    }

    @BeforeEach
    void reset() {
        page.reset();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
        if (app != null) {
            app.stop(0);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/sdk/routes.csv", delimiter = '|', quoteCharacter = '`')
    void takesTheTokensOfEveryRoute(String call, String request, String body, String field, String user) {
        String[] line = request.split(" ");
        String token = page.fetchToken(server.address() + line[1], line[0], body, field);
        assertThat(token).startsWith("00");
        if (call.equals(LOGIN)) {
            assertThat(page.codeOf(LOGIN, parameters(OTHER_APP_ID, token, user)))
                    .isEqualTo(OTHER_APP_ID_IN_TOKEN);
        }

        Object typed = call.equals(JOIN) ? Integer.valueOf(user) : user;
        String sent = page.requestToAgora(call, parameters(Program.APP_ID, token, typed), token);

        assertThat(sent).contains(call.equals(JOIN) ? "\"cname\":\"room\"" : "\"cname\":\"" + user + "\"");
        assertThat(page.leave()).isEqualTo(ABORTED.get(call));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "Alice-1", "007", "a@b", "x~!"})
    void takesUserIdsThatTheServerTakes(String user) {
        String token = rtmToken(user);

        assertThat(page.requestToAgora(LOGIN, parameters(Program.APP_ID, token, user), token))
                .contains("\"cname\":\"" + user + "\"");
        assertThat(page.leave()).isEqualTo(ABORTED.get(LOGIN));
    }

    /** The server makes these tokens, because other SDKs and older versions take them. */
    @ParameterizedTest
    @ValueSource(strings = {"a.b", "_a"})
    void rejectsUserIdsThatOnlyOtherSdksTake(String user) {
        assertThat(page.codeOf(LOGIN, parameters(Program.APP_ID, rtmToken(user), user)))
                .isEqualTo(INVALID_USER_ID);
        assertThat(page.hasAskedAgora()).isFalse();
    }

    @Test
    void rejectsADamagedTokenBeforeItAsksAgora() {
        String token = rtmToken("zoe");

        assertThat(page.codeOf(LOGIN, parameters(Program.APP_ID, token.substring(0, token.length() - 9), "zoe")))
                .isEqualTo(INVALID_TOKEN);
        assertThat(page.codeOf(JOIN, parameters(Program.APP_ID, "", 7))).isEqualTo("INVALID_PARAMS");
        assertThat(page.codeOf(JOIN, parameters(Program.APP_ID, "0".repeat(2048), 7)))
                .isEqualTo("INVALID_PARAMS");
        assertThat(page.hasAskedAgora()).isFalse();
    }

    private String rtmToken(String user) {
        return page.fetchToken(server.address() + "/rtm/" + user + "/", "GET", null, "rtmToken");
    }

    private static Map<String, Object> parameters(String appId, String token, Object user) {
        return new HashMap<>(Map.of("appId", appId, "channel", CHANNEL, "token", token, "user", user));
    }
}
