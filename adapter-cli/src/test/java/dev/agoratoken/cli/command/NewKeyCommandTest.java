package dev.agoratoken.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.issuing.policy.caller.ApiKey;
import dev.agoratoken.testing.ApprovedMessages;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewKeyCommandTest {
    private static final ApiKey KEY = ApiKey.of(new byte[ApiKey.BYTES]);

    @Test
    void printsTheKeyAndExplainsItOnStandardError() {
        CliFixture.Outcome outcome = run("key", "new", "web-backend");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualToNormalizingNewlines(KEY.reveal() + "\n");
        ApprovedMessages.verify("explanation", outcome.err());
        assertThat(outcome.err())
                .contains("  - name: web-backend")
                .contains("    key-sha256: " + KEY.hash().hex())
                .doesNotContain(KEY.reveal());
    }

    @Test
    void printsBothAsJson() {
        CliFixture.Outcome outcome = run("key", "new", "web-backend", "--json");

        assertThat(outcome.out())
                .isEqualToNormalizingNewlines("{\"name\":\"web-backend\",\"key\":\"" + KEY.reveal()
                        + "\",\"keySha256\":\"" + KEY.hash().hex() + "\"}\n");
        assertThat(outcome.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a: b", "", "ä", "a\nb"})
    void rejectsNamesThatTheConfigurationRejects(String name) {
        ApprovedMessages.verify("name " + name, run("key", "new", name).rejection("name"));
    }

    @Test
    void requiresAName() {
        assertThat(run("key", "new").exitCode()).isEqualTo(2);
        ApprovedMessages.verify("key without a command", run("key").rejection("command"));
    }

    private static CliFixture.Outcome run(String... args) {
        CliPorts ports = new CliPorts(
                CliFixture.NO_ISSUER,
                CliFixture.NO_VERIFIER,
                CliFixture.NO_CONFIG,
                CliFixture.NO_POLICY,
                () -> KEY,
                CliFixture.NO_BANS,
                CliFixture.NO_SERVER,
                CliFixture.NO_TERMINAL,
                InstantSource.fixed(CliFixture.NOW));
        return CliFixture.run(CliFixture.adapter(ports, OutputStyle.PIPED), args);
    }
}
