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
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.verify.Verifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    void acceptsAValidToken(String command) {
        Outcome outcome = verify(OutputStyle.PIPED, command, TOKEN, "--channel=testing", "--uid=1234", "--for=publish");

        assertThat(outcome.out()).isEqualToNormalizingNewlines("accepted\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(seen).containsExactly(ConfigOverrides.NONE);
    }

    @Test
    void printsFindingsWithRemedies() {
        Outcome outcome = verify(OutputStyle.PIPED, "verify", TOKEN, "--channel=Testing", "--uid=1234");

        assertThat(outcome.out().lines()).hasSize(3).first().isEqualTo("refused");
        assertThat(outcome.out().lines()).element(1).asString().startsWith("error   channel_mismatch: ");
        ApprovedMessages.verify("another channel", outcome.out());
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
        assertThat(run(OutputStyle.PIPED, TOKEN + "\n", List.of(PROJECT), "verify", "--channel=testing", "--uid=1234")
                        .out())
                .isEqualToNormalizingNewlines("accepted\n");
        assertThat(run(
                                OutputStyle.PIPED,
                                TOKEN + "\r\n",
                                List.of(PROJECT),
                                "verify",
                                "-",
                                "--channel=testing",
                                "--uid=1234")
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
        Outcome outcome = verify(OutputStyle.PIPED, "verify", TOKEN, "--channel=testing", "--uid=1234", "--json");

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
        ApprovedMessages.verify(
                "--project=other",
                verify(OutputStyle.PIPED, "verify", TOKEN, "--project=other").rejection("project"));
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
    void rejectsInvalidInputBeforeTheConfigurationIsRead() {
        verifyRejection("at", TOKEN, "--at=noon");
        verifyRejection("skew", TOKEN, "--skew=-1s");
        verifyRejection("uid", TOKEN, "--uid=x");
        verifyRejection("user", TOKEN, "--uid=1", "--any-user");
        verifyRejection("uid", TOKEN, "--uid=-1412626023");
        verifyRejection("uid", TOKEN, "--uid=-2147483649");
        verifyRejection("project", TOKEN, "--project=a", "--cert-file=b");
        verifyRejection("for", TOKEN, "--for=jion");
        verifyRejection("cert-file", "-", "--cert-file=-");
        verifyRejection("token", "-");
        assertThat(seen).isEmpty();
    }

    @Test
    void saysThatAnEmptyLineIsNoToken() {
        Outcome outcome = run(OutputStyle.PIPED, "\n", List.of(PROJECT), "verify");

        assertThat(outcome.out()).startsWith("refused\nerror   no_token: ");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    private void verifyRejection(String field, String token, String... options) {
        String[] args =
                Stream.concat(Stream.of("verify", token), Stream.of(options)).toArray(String[]::new);

        ApprovedMessages.verify(
                "verify " + String.join(" ", options),
                verify(OutputStyle.PIPED, args).rejection(field));
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
                CliFixture.NO_BANS,
                CliFixture.NO_SERVER,
                CliFixture.NO_TERMINAL,
                clock);
        return CliFixture.runWithInput(CliFixture.adapter(ports, outputStyle), in, args);
    }
}
