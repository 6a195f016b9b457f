package dev.agoratoken.app.settings;

import static dev.agoratoken.app.ConfigFixture.APP_ID;
import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.process.ProcessEnvironment;
import dev.agoratoken.testing.ApprovedMessages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config check --as}: what the server would answer to a caller. */
class ConfigCheckTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() {
        ConfigFixture.write(
                folder,
                "agora-token.yaml",
                "projects: {default: {app-id: %s, certificates: [%s]}}".formatted(APP_ID, CERTIFICATE),
                "callers:",
                "  - name: anonymous",
                "    allow:",
                "      - {services: rtm, user: any}",
                "      - {services: rtc, channels: \"class-*\", user: any, longest: 10m}",
                "  - name: mobile",
                "    jwt: {issuer: \"https://id.example\", audience: agora, jwks: \"https://id.example/keys\"}",
                "    allow: {services: rtc, channels: \"class-${claims.school}\", user: \"${claims.sub}\"}");
        ConfigFixture.write(folder, "claims.json", "{\"sub\":\"ann\",\"school\":\"west\",\"aud\":\"agora\"}");
    }

    private int check(String request, String... args) {
        String[] whole = new String[args.length + 4];
        whole[0] = "config";
        whole[1] = "check";
        System.arraycopy(args, 0, whole, 2, args.length);
        whole[args.length + 2] = "--request";
        whole[args.length + 3] = "-";
        ProcessEnvironment processEnvironment = ConfigFixture.environment(folder, Map.of(), "");
        return ConfigFixture.commandLine(processEnvironment)
                .run(
                        new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        whole);
    }

    private static String rtc(String channel, String more) {
        return "{\"services\":[{\"type\":\"rtc\",\"channel\":\"" + channel + "\",\"role\":\"publisher\"" + more + "}]}";
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    @Test
    void saysByWhichRuleSomethingIsAllowed() {
        assertThat(check(rtc("class-1", ",\"uid\":1"), "--as", "anonymous")).isZero();
        assertThat(printed()).contains("services[0]", "callers[0].allow[1]", "600");
        ApprovedMessages.verify("allowed", printed());
    }

    @Test
    void saysWhichFieldNoRuleCovers() {
        assertThat(check(rtc("staff", ",\"uid\":1"), "--as", "anonymous")).isEqualTo(1);
        assertThat(printed()).contains("services[0].channel: ");
        ApprovedMessages.verify("denied", printed());
        assertThat(complained()).isEmpty();
    }

    @Test
    void saysItAsJson() {
        check(rtc("class-1", ",\"uid\":1"), "--as", "anonymous", "--json");
        check(rtc("staff", ",\"uid\":1"), "--as", "anonymous", "--json");

        assertThat(printed().lines().toList())
                .satisfiesExactly(
                        allowed -> assertThat(allowed)
                                .isEqualTo("{\"allowed\":true,\"caller\":\"anonymous\",\"rules\":[{\"service\":\"rtc\","
                                        + "\"rule\":\"callers[0].allow[1]\"}],\"expiresIn\":600}"),
                        denied -> assertThat(denied)
                                .startsWith("{\"allowed\":false,\"caller\":\"anonymous\",\"code\":\"not_allowed\","
                                        + "\"errors\":[{\"field\":\"services[0].channel\",\"message\":\""));
    }

    @Test
    void fillsInTheClaimsOfALoginToken() {
        String claims = folder.resolve("claims.json").toString();

        assertThat(check(rtc("class-west", ""), "--as", "mobile", "--claims", claims))
                .isZero();
        assertThat(check(rtc("class-east", ",\"account\":\"ann\""), "--as", "mobile", "--claims", claims))
                .isEqualTo(1);
        ApprovedMessages.verify("claims", printed());
    }

    @Test
    void saysWhichClaimIsMissing() {
        assertThat(check(rtc("class-west", ",\"account\":\"ann\""), "--as", "mobile"))
                .isEqualTo(1);
        assertThat(printed()).contains("services[0].channel: ");
        ApprovedMessages.verify("missing claim", printed());
    }

    @Test
    void guessesWhichCallerIsMeant() {
        assertThat(check(rtc("class-1", ",\"uid\":1"), "--as", "mobil")).isEqualTo(2);
        assertThat(complained()).startsWith("agora-token: as: ");
        ApprovedMessages.verify("unknown caller", complained());
    }

    @Test
    void refusesBadInput() {
        String claims = folder.resolve("claims.json").toString();

        assertThat(check("{", "--as", "anonymous")).isEqualTo(2);
        assertThat(check("{\"services\":[{\"type\":\"rtx\"}]}", "--as", "anonymous"))
                .isEqualTo(2);
        assertThat(check(rtc("class-1", ",\"uid\":1"), "--as", "anonymous", "--claims", claims))
                .isEqualTo(2);
        assertThat(check(rtc("class-1", ""), "--as", "mobile", "--claims", "-")).isEqualTo(2);
        assertThat(check(rtc("class-1", ""))).isEqualTo(2);
        assertThat(printed()).isEmpty();
        assertThat(complained().lines())
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(line -> line.startsWith("agora-token: "));
    }
}
