package dev.agoratoken.cli.option;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.PrintedTokenFixture.read;
import static dev.agoratoken.cli.PrintedTokenFixture.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.TokenFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class IssuingOptionsTest {
    /** One call of every command that makes tokens. */
    static final List<List<String>> COMMANDS = List.of(
            List.of("rtc", "testing", "--uid", "1234"),
            List.of("rtm", "alice"),
            List.of("rte", "testing", "--uid", "1234"),
            List.of("rte", "testing", "--uid", "1234", "--single"),
            List.of("chat", "user", "alice"),
            List.of("chat", "app"),
            List.of("apaas", "room-user", "class-7", "alice", "--room-role", "2"),
            List.of("apaas", "user", "alice"),
            List.of("apaas", "app"),
            List.of("fpa"),
            List.of("convoai", "testing", "--uid", "1234"),
            List.of("stt", "testing", "--uid", "1234"));

    @ParameterizedTest
    @CsvSource({"1, 1", "3600, 3600", "86400, 86400", "90s, 90", "30m, 1800", "24h, 86400"})
    void appliesTheLifetime(String expire, long seconds) {
        assertThat(tokenOf(run("rtc", "testing", "--uid", "1", "--expire", expire))
                        .expiresAt())
                .isEqualTo(CliFixture.NOW.plusSeconds(seconds));
    }

    @Test
    void makesRtcAndSignalingTokensOfFormat006() {
        String rtc =
                run("rtc", "testing", "--uid", "1234", "--format", "006").out().strip();
        String rtm = run("rtm", "alice", "--format", "006").out().strip();

        AppCertificate certificate = AppCertificate.of(CliFixture.CERTIFICATE);
        assertThat(TokenCodec.read(rtc).isSignedBy(certificate, "testing", "1234"))
                .isTrue();
        assertThat(TokenCodec.read(rtm).isSignedBy(certificate, "alice", "")).isTrue();
    }

    @Test
    void usesTheConfiguredFormatByDefault() {
        CliAdapter adapter =
                CliFixture.adapter(configOverrides -> CliFixture.issuer(TokenFormat.V006), CliFixture.NO_SERVER);

        assertThat(run(adapter, "rtc", "testing", "--uid", "1").out()).startsWith("006");
        assertThat(run(adapter, "rtc", "testing", "--uid", "1", "--format", "007")
                        .out())
                .startsWith("007");
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void takesTheProjectByName(List<String> command) {
        assertThat(run(with(command, "--project", "default")).exitCode()).isZero();

        Outcome unknown = run(with(command, "--project", "other"));
        ApprovedMessages.verify("--project other", unknown.rejection("project"));
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void passesOptionsOnToTheConfiguration(List<String> command) {
        List<ConfigOverrides> seen = new ArrayList<>();
        CliAdapter adapter = CliFixture.adapter(
                configOverrides -> {
                    seen.add(configOverrides);
                    return CliFixture.issuer(TokenFormat.V007);
                },
                CliFixture.NO_SERVER);

        run(adapter, with(command));
        run(adapter, with(command, "--app-id", CliFixture.APP_ID, "--cert-file", "-", "--config", "some.yaml"));

        assertThat(seen)
                .containsExactly(
                        ConfigOverrides.NONE,
                        new ConfigOverrides(
                                Optional.of(CliFixture.APP_ID), Optional.of("-"), Optional.of("some.yaml")));
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void acceptsEveryCommonOption(List<String> command) {
        Outcome outcome =
                run(with(command, "--expire=1h", "--format=007", "--project=default", "--allow-wildcard", "--debug"));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void printsTheDocumentOfTheHttpApiInOneLine() throws Exception {
        Outcome outcome = run("rtc", "testing", "--uid", "1234", "--role=subscriber", "--json");

        assertThat(outcome.out()).matches("\\{.*}\\R");
        JsonNode document = new ObjectMapper().readTree(outcome.out());
        assertThat(read(document.path("token").textValue()).issuedAt()).isEqualTo(CliFixture.NOW);
        assertThat(document).isEqualTo(new ObjectMapper().readTree("""
                                        {"token":"%s","format":"007","project":"default",
                                         "appId":"970CA35de60c44645bbae8a215061b33",
                                         "issuedAt":"2026-11-24T09:00:00Z","expiresAt":"2026-11-24T10:00:00Z",
                                         "services":[{"type":"rtc","channel":"testing",
                                           "user":{"kind":"number","value":"1234"},
                                           "privileges":[{"name":"joinChannel","id":1,
                                                          "expiresAt":"2026-11-24T10:00:00Z"}]}]}
                                        """.formatted(
                                document.path("token").textValue())));
    }

    @Test
    void leavesTheValueOutForAnyUser() throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(run("rtc", "testing", "--any-user", "--json").out());

        assertThat(document.at("/services/0/user")).isEqualTo(new ObjectMapper().readTree("{\"kind\":\"anyone\"}"));
    }

    @Test
    void printsBothDocumentsOfAPairByName() throws Exception {
        JsonNode both = new ObjectMapper()
                .readTree(run("rte", "testing", "--uid", "1234", "--json").out());

        assertThat(both.fieldNames()).toIterable().containsExactly("rtcToken", "rtmToken");
        assertThat(Stream.of("rtcToken", "rtmToken").map(name -> both.path(name).path("services")))
                .extracting(JsonNode::size)
                .containsExactly(1, 2);
    }

    @Test
    void indentsTheDocumentForAPersonAtATerminal() throws Exception {
        Outcome terminal = run(OutputStyle.PLAIN, "chat", "app", "--json");
        Outcome pipe = run(OutputStyle.PIPED, "chat", "app", "--json");

        assertThat(terminal.out().lines()).hasSizeGreaterThan(10);
        assertThat(new ObjectMapper().readTree(terminal.out())).isEqualTo(new ObjectMapper().readTree(pipe.out()));
    }

    private static String[] with(List<String> command, String... options) {
        return Stream.concat(command.stream(), Stream.of(options)).toArray(String[]::new);
    }
}
