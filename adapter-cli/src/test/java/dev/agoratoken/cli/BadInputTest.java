package dev.agoratoken.cli;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.CliFixture.runBadInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.testing.ApprovedMessages;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid input: exit code 2, one line on standard error, nothing on standard output; the configuration is not read. */
class BadInputTest {
    @ParameterizedTest
    @ValueSource(strings = {"-1", "4294967296", "abc", "1.5", "", "0", "007", "000"})
    void rejectsInvalidUids(String uid) {
        Outcome outcome = runBadInput("rtc", "testing", "--uid", uid);

        ApprovedMessages.verify("--uid " + uid, outcome.rejection("uid"));
        assertThat(runBadInput("rte", "testing", "--uid=" + uid)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0h", "-1", "abc", "", "1d", "86401", "25h", "4294967296", "1795510800"})
    void rejectsInvalidLifetimes(String lifetime) {
        Outcome outcome = runBadInput("rtc", "testing", "--uid", "1", "--expire", lifetime);
        Outcome privilege = runBadInput("rtc", "testing", "--uid", "1", "--privilege", "joinChannel=" + lifetime);

        ApprovedMessages.verify("--expire " + lifetime, outcome.rejection("expire"));
        assertThat(runBadInput("rtm", "alice", "--expire", lifetime)).isEqualTo(outcome);
        assertThat(runBadInput("rte", "testing", "--uid", "1", "--expire", lifetime))
                .isEqualTo(outcome);
        assertThat(runBadInput("chat", "app", "--expire", lifetime)).isEqualTo(outcome);
        assertThat(privilege.rejection("privilege")).isEqualTo(outcome.rejection("expire"));
    }

    static Stream<Arguments> badArguments() {
        String tooLong = "c".repeat(65);
        return Stream.of(
                rejection("channel", "rtc", tooLong, "--uid=1"),
                rejection("channel", "rtc", "", "--uid=1"),
                rejection("channel", "rtc", "a\"b", "--uid=1"),
                rejection("channel", "rte", "a\nb", "--uid=1"),
                rejection("channel", "rtc", "class-*", "--uid=1"),
                rejection("account", "rtc", "testing", "--account=*"),
                rejection("stream-channel", "rtm", "alice", "--stream-channel=t*"),
                rejection("account", "rtc", "testing", "--account=" + "a".repeat(256)),
                rejection("account", "rtc", "testing", "--account="),
                rejection("role", "rtc", "testing", "--uid=1", "--role=pubisher"),
                rejection("user", "rtc", "testing"),
                rejection("user", "rtc", "testing", "--uid=1", "--account=a"),
                rejection("user", "rte", "testing", "--uid=1", "--any-user"),
                rejection("user", "rtm", "a*"),
                rejection("rtm-user", "rte", "testing", "--uid=1", "--rtm-user=a*", "--allow-wildcard"),
                rejection("role", "rtc", "testing", "--uid=1", "--role=hots"),
                rejection("role", "rtc", "testing", "--uid=1", "--role=5"),
                rejection("format", "rtm", "alice", "--format=008"),
                rejection("project", "rtm", "alice", "--project=a b"),
                rejection("app-id", "rtm", "alice", "--app-id=970CA"),
                rejection("user", "rtm", "0"),
                rejection("user", "chat", "user", "Alice"),
                rejection("user", "chat", "app", "--privilege=user=60"),
                rejection("rtm-user", "rte", "testing", "--any-user"),
                rejection("rtm-user", "rte", "testing", "--account=guest-*", "--allow-wildcard"),
                rejection("rtm-user", "rte", "testing", "--account=" + "a".repeat(65)),
                rejection("rtm-user", "rte", "testing", "--any-user", "--rtm-user=0"),
                rejection("port", "serve", "--port=65536"),
                rejection("port", "serve", "--port=-1"),
                rejection("port", "serve", "--port=http"),
                rejection("host", "serve", "--host="));
    }

    static Stream<Arguments> badPrivileges() {
        return Stream.of(
                rejection("privilege", "rtc", "c", "--uid=1", "--privilege=joinChanel=60"),
                rejection("privilege", "rtc", "c", "--uid=1", "--privilege=login=60"),
                rejection("privilege", "rtm", "alice", "--privilege==60"),
                rejection("privilege", "rtm", "alice", "--privilege=app=60"),
                rejection("privilege", "rtm", "alice", "--privilege=login"),
                rejection("privilege", "rtm", "alice", "--privilege=login=60", "--privilege=login=61"),
                rejection("privilege", "rtc", "c", "--uid=1", "--role=subscriber", "--privilege=joinChannel=60"),
                rejection("privilege", "rtm", "alice", "--stream-channel=c", "--privilege=login=60"));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void rejectsInvalidArguments(String field, String[] args) {
        verifyRejection(field, args);
    }

    @ParameterizedTest
    @MethodSource("badPrivileges")
    void rejectsInvalidPrivileges(String field, String[] args) {
        verifyRejection(field, args);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                rejection("privilege", "rtc", "testing", "--uid=1", "--expire=10m", "--privilege=joinChannel=601"),
                rejection("privilege", "rtm", "alice", "--privilege=login=2h"),
                rejection("format", "rtc", "c*", "--uid=1", "--allow-wildcard", "--format=006"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void rejectsWhatTheTokenCannotHold(String field, String[] args) {
        ApprovedMessages.verify(String.join(" ", args), run(args).rejection(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chat app", "chat user alice", "rte testing --uid=1 --single", "rtm alice --stream-channel=c"})
    void rejectsServicesThatFormat006CannotHold(String command) {
        ApprovedMessages.verify(
                "--format=006", run((command + " --format=006").split(" ")).rejection("services"));
    }

    static Stream<Arguments> contradictory() {
        return Stream.of(
                rejection("project", "rtm", "alice", "--project=school", "--app-id=" + CliFixture.APP_ID),
                rejection("project", "rtm", "alice", "--project=school", "--cert-file=-"),
                rejection("config", "rtm", "alice", "--config="),
                rejection("demo", "serve", "--demo", "--open"));
    }

    @ParameterizedTest
    @MethodSource("contradictory")
    void rejectsOptionsThatContradictEachOther(String field, String[] args) {
        verifyRejection(field, args);
    }

    static Stream<Arguments> unparsable() {
        return Stream.of(
                rejection("channel", "rtc"),
                rejection("user", "chat", "user"),
                rejection("uid", "rtc", "testing", "--uid"),
                rejection("uid", "rtc", "testing", "--uid", "--account", "a"),
                rejection("uid", "rtc", "testing", "--uid=1", "--uid=2"),
                rejection("json", "rtm", "alice", "--json=perhaps"),
                rejection("argument", "rtc", "testing", "more", "--uid=1"),
                rejection("option", "rtc", "testing", "--udi=5"),
                rejection("option", "rte", "testing", "--acount", "alice"),
                rejection("option", "rtc", "testing", "--any"),
                rejection("option", "rtm", "alice", "-x"),
                rejection("option", "--verison"),
                rejection("command", "serv"),
                rejection("command", "--", "rtc"),
                rejection("option", "rtc", "--", "-x", "--uid", "1"),
                rejection("option", "key", "new", "--jsn"),
                rejection("option", "apaas", "room-user", "class-7", "alice", "--room-rol=1"),
                rejection("option", "rtc", "--channel", "testing"),
                rejection("option", "rtc", "--channel=testing", "--uid=1"),
                rejection("command", "token", "--uid=1"),
                rejection("command", "chat", "usr"),
                rejection("command", "chat"),
                rejection("command", "help", "rtx"));
    }

    @ParameterizedTest
    @MethodSource("unparsable")
    void reportsUsageErrorsInOneLine(String field, String[] args) {
        verifyRejection(field, args);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--cert",
                "--certificate",
                "--app-certificate",
                "--appCertificate",
                "--APP_CERTIFICATE",
                "-certificate",
                "--app-cert"
            })
    void rejectsCertificatesAsArguments(String option) {
        Outcome outcome = runBadInput("rtc", "testing", "--uid=1", option, CliFixture.CERTIFICATE);

        ApprovedMessages.verify("certificate as argument", outcome.rejection("certificate"));
        assertThat(runBadInput("rtc", "testing", "--uid=1", option + "=" + CliFixture.CERTIFICATE))
                .isEqualTo(outcome);
        assertThat(runBadInput(option, CliFixture.CERTIFICATE)).isEqualTo(outcome);
    }

    @Test
    void rejectsACertificateInPlaceOfItsFile() {
        ApprovedMessages.verify(
                "--cert-file with a certificate",
                runBadInput("rtm", "alice", "--cert-file", CliFixture.CERTIFICATE)
                        .rejection("certificate"));
    }

    static Stream<Arguments> misplacedCertificates() {
        String certificate = CliFixture.CERTIFICATE;
        return Stream.of(
                        new String[] {"rtc", "testing", "--uid=1", certificate},
                        new String[] {"rtc", "testing", "--uid=1", "--cret=" + certificate},
                        new String[] {"rtc", "testing", "--uid=1", "--cret", certificate},
                        new String[] {"rtc", "testing", "--uid", certificate},
                        new String[] {"rtc", "testing", "--uid=1", "--" + certificate},
                        new String[] {"rtc", "testing", "--uid=1", "--project=" + certificate + "!"},
                        new String[] {"rtc", "testing", "--uid=1", "--app-id=" + certificate.substring(1)},
                        new String[] {"rtc", "testing", "--uid=1", "--json=" + certificate},
                        new String[] {"rtc", "testing", "--uid=1", "--role", certificate, "--debug"},
                        new String[] {certificate, "rtc"})
                .map(args -> arguments((Object) args));
    }

    @ParameterizedTest
    @MethodSource("misplacedCertificates")
    void neverRepeatsAMisplacedCertificate(String[] args) {
        Outcome outcome = runBadInput(args);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("agora-token: ").doesNotContain(CliFixture.CERTIFICATE.substring(1, 20));
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void neverRepeatsAToken() {
        String token = run("rtc", "testing", "--uid=1").out().strip();

        Outcome outcome = runBadInput("rtm", "alice", token);

        assertThat(outcome.err()).doesNotContain(token);
        ApprovedMessages.verify(
                "a token as unexpected argument",
                outcome.rejection("argument").replace(token.length() + " characters", "N characters"));
    }

    private static Arguments rejection(String field, String... args) {
        return arguments(field, args);
    }

    private static void verifyRejection(String field, String... args) {
        ApprovedMessages.verify(String.join(" ", args), runBadInput(args).rejection(field));
    }
}
