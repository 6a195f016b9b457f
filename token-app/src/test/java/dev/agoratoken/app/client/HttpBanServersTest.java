package dev.agoratoken.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.agoratoken.cli.port.BanServer;
import dev.agoratoken.cli.port.ServerException;
import dev.agoratoken.document.BanDocument;
import dev.agoratoken.document.BanListDocument;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.BanFilter;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanRequest;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpBanServersTest {
    private static final String KEY = "the-secret-key";
    private static final String BAN = "{\"id\":\"b-1\",\"project\":\"default\",\"uid\":4294967295,\"by\":\"teacher\","
            + "\"createdAt\":\"2026-11-24T09:00:00Z\",\"until\":\"2026-11-25T09:00:00Z\",\"newer\":1,"
            + "\"agora\":{\"status\":\"active\",\"ruleId\":1953,\"newer\":[]}}";

    private final List<String> requests = new ArrayList<>();
    private HttpServer http;
    private int status = 200;
    private String body = BAN;

    @BeforeEach
    void listen() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void sendsABanWithAllFields() {
        BanTarget target = new BanTarget(
                Optional.of(ChannelName.of("class 1")),
                Optional.of(UserId.of(1234)),
                Optional.of(UserAccount.of("alice")),
                Optional.of(RtmUserId.of("bob")));

        BanDocument ban = server().add(new BanRequest(
                Optional.of(BanId.of("b-1")),
                Optional.of(ProjectName.of("school")),
                target,
                Optional.of(Duration.ofMinutes(1)),
                Optional.of("lärm"),
                false));

        assertThat(requests)
                .containsExactly("POST /v1/bans [Bearer the-secret-key] application/json {\"id\":\"b-1\","
                        + "\"project\":\"school\",\"channel\":\"class 1\",\"uid\":1234,\"account\":\"alice\","
                        + "\"userId\":\"bob\",\"for\":60,\"reason\":\"lärm\",\"atAgora\":false}");
        assertThat(ban.uid()).isEqualTo(4294967295L);
        assertThat(ban.agora().ruleId()).isEqualTo(1953);
    }

    @Test
    void sendsOnlyWhatIsSet() {
        server().add(BanRequest.of(BanTarget.of(UserId.of(7))));

        assertThat(requests.get(0)).endsWith("application/json {\"uid\":7}");
    }

    @Test
    void listsWithAFilter() {
        body = "{\"bans\":[" + BAN + "],\"more\":3}";

        BanListDocument list = server().list(new BanFilter(
                Optional.of(ProjectName.of("school")),
                Optional.of(ChannelName.of("class 1&x=y")),
                Optional.of(UserId.of(1234)),
                Optional.of(UserAccount.of("a+b")),
                Optional.of(RtmUserId.of("bob"))));

        assertThat(requests.get(0))
                .startsWith("GET /v1/bans?project=school&channel=class+1%26x%3Dy&uid=1234&account=a%2Bb&userId=bob ");
        assertThat(list.more()).isEqualTo(3);
        assertThat(list.bans()).extracting(BanDocument::id).containsExactly("b-1");
    }

    @Test
    void findsAndLifts() {
        server().find(BanId.of(".."));
        status = 204;
        body = "";
        server().lift(BanId.of("b-1"));
        connect(Map.of("AGORA_TOKEN_SERVER", address() + "/below/")).lift(BanId.of("b-1"));

        assertThat(requests)
                .containsExactly(
                        "GET /v1/bans/%2E%2E [Bearer the-secret-key] null ",
                        "DELETE /v1/bans/b-1 [Bearer the-secret-key] null ", "DELETE /below/v1/bans/b-1 null null ");
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_value,false",
        "401,unauthenticated,true",
        "403,forbidden,true",
        "404,unknown_ban,true",
        "404,not_found,false",
        "409,ban_exists,true",
        "429,rate_exceeded,false",
        "503,ban_store_unavailable,false"
    })
    void reportsTheProblemOfTheServer(int code, String name, boolean denied) {
        status = code;
        body = "{\"type\":\"/errors/x\",\"title\":\"X\",\"status\":" + code + ",\"code\":\"" + name + "\","
                + "\"detail\":\"bans: store unavailable; retry later\"}";

        ServerException failure = failure(server());

        assertThat(failure.isDenied()).isEqualTo(denied);
        assertThat(failure.code()).isEqualTo(name);
        assertThat(failure.errors()).hasToString("[bans: store unavailable; retry later]");
    }

    @Test
    void reportsEveryInvalidField() {
        status = 400;
        body = "{\"code\":\"invalid_value\",\"detail\":\"2 invalid fields; see errors\",\"errors\":["
                + "{\"field\":\"uid\",\"message\":\"a; b\"},{\"field\":\"for\",\"message\":\"c; d\"}]}";

        assertThat(failure(server()).errors()).hasToString("[uid: a; b, for: c; d]");
    }

    @ParameterizedTest
    @CsvSource({"200,<html>", "200,null", "200,''", "502,<html>", "404,<html>", "302,''"})
    void recognizesThatThisIsNotATokenServer(int code, String answer) {
        status = code;
        body = answer;

        ServerException failure = failure(server());

        assertThat(failure.isDenied()).isFalse();
        ApprovedMessages.verify("status " + code, withoutPort(failure));
    }

    @Test
    void reportsAServerThatDoesNotAnswer() {
        BanServer server = server();
        http.stop(0);

        assertThat(failure(server).code()).isEqualTo("server_unreachable");
        ApprovedMessages.verify("unreachable", withoutPort(failure(server)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tokens.example.com", "ftp://x", "http://", "http://a b", "https://u:p@x", "https://x?y", ""})
    void rejectsInvalidAddresses(String address) {
        InvalidValueException failure = catchThrowableOfType(
                InvalidValueException.class,
                () -> new HttpBanServers(Map.of(), Duration.ofSeconds(60)).connect(Optional.of(address)));

        assertThat(failure.field()).isEqualTo("server");
        assertThat(failure.getMessage()).doesNotContain("u:p");
        ApprovedMessages.verify("address " + address, failure.problem() + "; " + failure.remedy());
    }

    @Test
    void needsAnAddressAndAValidKey() {
        ApprovedMessages.verify(
                "no address",
                catchThrowableOfType(InvalidValueException.class, () -> connect(Map.of()))
                        .getMessage());
        ApprovedMessages.verify(
                "key with a space",
                catchThrowableOfType(
                                InvalidValueException.class,
                                () -> connect(Map.of("AGORA_TOKEN_SERVER", address(), "AGORA_TOKEN_KEY", "a b")))
                        .getMessage());
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().get("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private BanServer server() {
        return connect(Map.of("AGORA_TOKEN_SERVER", address(), "AGORA_TOKEN_KEY", KEY));
    }

    private static BanServer connect(Map<String, String> variables) {
        return new HttpBanServers(new HashMap<>(variables), Duration.ofSeconds(60)).connect(Optional.empty());
    }

    private static ServerException failure(BanServer server) {
        ServerException failure = catchThrowableOfType(ServerException.class, () -> server.find(BanId.of("b-1")));
        assertThat(failure.getMessage()).doesNotContain(KEY);
        return failure;
    }

    private static String withoutPort(ServerException failure) {
        return failure.getMessage().replaceAll("127\\.0\\.0\\.1:[0-9]+", "HOST");
    }
}
