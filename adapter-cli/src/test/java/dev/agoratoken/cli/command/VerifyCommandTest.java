package dev.agoratoken.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.port.IssuerFactory;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.port.VerifierFactory;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.verify.Verifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    private static final Project PROJECT = Project.of(CliFixture.APP_ID, CliFixture.CERTIFICATE);
    private static final String TOKEN =
            CliFixture.run("rtc", "testing", "--uid=1234").out().strip();

    private final List<ConfigOverrides> seen = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"verify", "diagnose"})
    void acceptsAGoodToken(String command) {
        Outcome outcome = verify(OutputStyle.PIPED, command, TOKEN, "--channel=testing", "--uid=1234", "--for=publish");

        assertThat(outcome.out()).isEqualToNormalizingNewlines("accepted\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(seen).containsExactly(ConfigOverrides.NONE);
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        Outcome outcome = verify(OutputStyle.PIPED, "verify", TOKEN, "--channel=Testing", "--uid=1234");

        assertThat(outcome.out().lines())
                .satisfiesExactly(
                        verdict -> assertThat(verdict).isEqualTo("refused"),
                        finding -> assertThat(finding).matches("error   channel_mismatch: [^;]*\"Testing\"[^;]*; .+"),
                        clients -> assertThat(clients)
                                .isEqualTo("clients show: RTC 110 ERR_INVALID_TOKEN"
                                        + " | Web CAN_NOT_GET_GATEWAY_SERVER: invalid token, authorized failed"));
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void isUndecidedWithoutAnyProject() {
        Outcome outcome = run(OutputStyle.PIPED, "", List.of(), "verify", TOKEN);

        assertThat(outcome.out()).startsWith("undecided").contains("signature_unchecked");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void readsStandardInputWithOrWithoutADash() {
        assertThat(run(OutputStyle.PIPED, TOKEN + "\n", List.of(PROJECT), "verify")
                        .out())
                .isEqualToNormalizingNewlines("accepted\n");
        assertThat(run(OutputStyle.PIPED, TOKEN + "\r\n", List.of(PROJECT), "verify", "-")
                        .out())
                .isEqualToNormalizingNewlines("accepted\n");
    }

    @Test
    void judgesAtAMomentAndWithASkew() {
        Outcome late = verify(OutputStyle.PIPED, "verify", TOKEN, "--at=2026-11-24T10:00:10Z");
        Outcome tolerated = verify(OutputStyle.PIPED, "verify", TOKEN, "--at=2026-11-24T10:00:10Z", "--skew=30s");

        assertThat(late.out()).contains("expired");
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(tolerated.exitCode()).isZero();
    }

    @Test
    void takesUidZeroForAnyUser() {
        String account = CliFixture.run("rtc", "testing", "--account=0").out().strip();

        assertThat(verify(OutputStyle.PIPED, "verify", account, "--channel=testing", "--uid=0")
                        .out())
                .contains("error   literal_zero_account: ");
    }

    @Test
    void printsTheDocument() {
        Outcome outcome = verify(OutputStyle.PIPED, "verify", TOKEN, "--json");

        assertThat(outcome.out())
                .startsWith(
                        "{\"verdict\":\"accepted\",\"findings\":[],\"sdkErrors\":[],\"inspection\":{\"readable\":true,"
                                + "\"verified\":true,\"format\":\"007\",\"appId\":\"" + CliFixture.APP_ID + "\"")
                .doesNotContain("null", TOKEN);
    }

    @Test
    void paintsTheVerdictOnlyOnAColouredScreen() {
        assertThat(verify(OutputStyle.COLOURED, "verify", TOKEN).out()).startsWith("\u001b[32maccepted");
        assertThat(verify(OutputStyle.PLAIN, "verify", TOKEN).out()).startsWith("accepted");
    }

    @Test
    void expectsTheAppIdOfTheNamedProject() {
        assertThat(verify(OutputStyle.PIPED, "verify", TOKEN, "--project=default")
                        .exitCode())
                .isZero();
        assertThat(verify(OutputStyle.PIPED, "verify", TOKEN, "--project=other").err())
                .isEqualToNormalizingNewlines(
                        "agora-token: project: unknown project \"other\"; use a configured project\n");
        assertThat(verify(OutputStyle.PIPED, "verify", TOKEN, "--app-id=" + "a".repeat(32))
                        .out())
                .contains("app_id_mismatch");
    }

    @Test
    void putsACertificateFileBesideTheAppIdOfTheTokenUnlessAnotherIsGiven() {
        verify(OutputStyle.PIPED, "verify", TOKEN, "--cert-file=cert.txt");
        verify(OutputStyle.PIPED, "verify", TOKEN, "--cert-file=cert.txt", "--app-id=" + "a".repeat(32));

        assertThat(seen)
                .containsExactly(
                        new ConfigOverrides(Optional.of(CliFixture.APP_ID), Optional.of("cert.txt"), Optional.empty()),
                        new ConfigOverrides(Optional.of("a".repeat(32)), Optional.of("cert.txt"), Optional.empty()));
    }

    @Test
    void refusesBadInputWithoutALookAtTheConfiguration() {
        assertRefused("at: \"noon\" is no moment; write it like 2026-11-24T09:00:00Z", "--at=noon");
        assertRefused("skew: \"-1s\" is no difference of clocks; write 30s or 5m, at most 24h", "--skew=-1s");
        assertRefused("uid: invalid uid \"x\"; give a whole number from 1 to 4294967295, or 0 for any user", "--uid=x");
        assertRefused(
                "user: more than one is given; give at most one of --uid N, --account A and --any-user",
                "--uid=1",
                "--any-user");
        assertRefused(
                "project: --app-id and --cert-file describe a project, and --project names another; leave out --project,"
                        + " or the other two",
                "--project=a",
                "--cert-file=b");
        assertThat(verify(OutputStyle.PIPED, "verify", TOKEN, "--for=jion").err())
                .startsWith("agora-token: for: \"jion\" is no purpose; did you mean join?");
        assertThat(verify(OutputStyle.PIPED, "verify", "--cert-file=-").err())
                .startsWith("agora-token: cert-file: token and certificate both come from standard input");
        assertThat(verify(OutputStyle.PIPED, "verify").err()).startsWith("agora-token: token: it is missing");
        assertThat(seen).isEmpty();
    }

    private void assertRefused(String complaint, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "verify";
        args[1] = TOKEN;
        System.arraycopy(options, 0, args, 2, options.length);
        Outcome outcome = verify(OutputStyle.PIPED, args);

        assertThat(outcome.err()).isEqualToNormalizingNewlines("agora-token: " + complaint + "\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    private Outcome verify(OutputStyle outputStyle, String... args) {
        return run(outputStyle, "", List.of(PROJECT), args);
    }

    private Outcome run(OutputStyle outputStyle, String in, List<Project> projects, String... args) {
        InstantSource clock = InstantSource.fixed(CliFixture.NOW);
        VerifierFactory verifiers = configOverrides -> {
            seen.add(configOverrides);
            return new Verifier(Projects.of(projects), clock);
        };
        IssuerFactory issuers = configOverrides -> CliFixture.issuer(TokenFormat.V007);
        CliPorts ports = new CliPorts(
                issuers,
                verifiers,
                CliFixture.NO_CONFIG,
                CliFixture.NO_POLICY,
                CliFixture.NO_KEYS,
                CliFixture.NO_SERVER,
                CliFixture.NOBODY,
                clock);
        return CliFixture.runWithInput(CliFixture.adapter(ports, outputStyle), in, args);
    }
}
