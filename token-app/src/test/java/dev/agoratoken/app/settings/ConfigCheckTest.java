package dev.agoratoken.app.settings;

import static dev.agoratoken.app.ConfigFixture.APP_ID;
import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.process.ProcessEnvironment;
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
        assertThat(printed()).isEqualTo("allowed: services[0] (rtc) by callers[0].allow[1], for 600 s\n");
    }

    @Test
    void saysWhichFieldNoRuleCovers() {
        assertThat(check(rtc("staff", ",\"uid\":1"), "--as", "anonymous")).isEqualTo(1);
        assertThat(printed())
                .isEqualTo(
                        "denied: services[0].channel: no rule covers this; request what your rules allow, or ask the operator to add a rule\n");
        assertThat(complained()).isEmpty();
    }

    @Test
    void saysItAsJson() {
        check(rtc("class-1", ",\"uid\":1"), "--as", "anonymous", "--json");
        check(rtc("staff", ",\"uid\":1"), "--as", "anonymous", "--json");

        assertThat(printed())
                .isEqualTo("{\"allowed\":true,\"caller\":\"anonymous\","
                        + "\"rules\":[{\"service\":\"rtc\",\"rule\":\"callers[0].allow[1]\"}],\"expiresIn\":600}\n"
                        + "{\"allowed\":false,\"caller\":\"anonymous\",\"code\":\"not_allowed\",\"errors\":[{"
                        + "\"field\":\"services[0].channel\",\"message\":\"no rule covers this; "
                        + "request what your rules allow, or ask the operator to add a rule\"}]}\n");
    }

    @Test
    void fillsInTheClaimsOfALoginToken() {
        String claims = folder.resolve("claims.json").toString();

        assertThat(check(rtc("class-west", ""), "--as", "mobile", "--claims", claims))
                .isZero();
        assertThat(check(rtc("class-east", ",\"account\":\"ann\""), "--as", "mobile", "--claims", claims))
                .isEqualTo(1);
        assertThat(printed())
                .startsWith("allowed: services[0] (rtc) by callers[1].allow, for 3600 s\n")
                .contains("denied: ");
    }

    @Test
    void saysWhichClaimIsMissing() {
        assertThat(check(rtc("class-west", ",\"account\":\"ann\""), "--as", "mobile"))
                .isEqualTo(1);
        assertThat(printed()).contains("services[0].channel: no rule covers this: your claim school is missing");
    }

    @Test
    void guessesWhichCallerIsMeant() {
        assertThat(check(rtc("class-1", ",\"uid\":1"), "--as", "mobil")).isEqualTo(2);
        assertThat(complained())
                .isEqualTo("agora-token: as: there is no caller \"mobil\";"
                        + " did you mean mobile? Valid: anonymous, mobile\n");
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
