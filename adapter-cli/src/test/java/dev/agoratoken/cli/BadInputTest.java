package dev.agoratoken.cli;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.CliFixture.runBadInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.agoratoken.cli.CliFixture.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal is exit code 2, one line on standard error, nothing on standard output, and no look at the configuration. */
class BadInputTest {
    @ParameterizedTest
    @CsvSource({
        "-1, 'invalid uid \"-1\"; give a whole number from 1 to 4294967295'",
        "4294967296, 'invalid uid \"4294967296\"; give a whole number from 1 to 4294967295'",
        "abc, 'invalid uid \"abc\"; give a whole number from 1 to 4294967295'",
        "1.5, 'invalid uid \"1.5\"; give a whole number from 1 to 4294967295'",
        "'', 'invalid uid \"\"; give a whole number from 1 to 4294967295'",
        "0, '0 stands for any user; give 1 to 4294967295, or --any-user'",
        "007, '\"007\" begins with 0, as no uid does; write it without, or give it as an account if it is a name'",
        "000, '0 stands for any user; give 1 to 4294967295, or --any-user'",
    })
    void refusesUidsThatAreNone(String uid, String complaint) {
        assertRefused("uid: " + complaint, runBadInput("rtc", "testing", "--uid", uid));
        assertRefused("uid: " + complaint, runBadInput("rte", "testing", "--uid=" + uid));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'use at least 1 second'",
        "0h, 'use at least 1 second'",
        "-1, 'use seconds (3600) or 90s, 30m, 1h'",
        "abc, 'use seconds (3600) or 90s, 30m, 1h'",
        "'', 'use seconds (3600) or 90s, 30m, 1h'",
        "1d, 'use seconds (3600) or 90s, 30m, 1h'",
        "86401, 'use at most 86400 seconds (24 hours), a duration and not a date'",
        "25h, 'use at most 86400 seconds (24 hours), a duration and not a date'",
        "4294967296, 'use at most 86400 seconds (24 hours), a duration and not a date'",
        "1795510800, 'use at most 86400 seconds (24 hours), a duration and not a date'",
    })
    void refusesLifetimesThatAreNone(String lifetime, String remedy) {
        String complaint = "\"" + lifetime + "\" is no lifetime of a token; " + remedy;

        assertRefused("expire: " + complaint, runBadInput("rtc", "testing", "--uid", "1", "--expire", lifetime));
        assertRefused("expire: " + complaint, runBadInput("rtm", "alice", "--expire", lifetime));
        assertRefused("expire: " + complaint, runBadInput("rte", "testing", "--uid", "1", "--expire", lifetime));
        assertRefused("expire: " + complaint, runBadInput("chat", "app", "--expire", lifetime));
        assertRefused(
                "privilege: " + complaint,
                runBadInput("rtc", "testing", "--uid", "1", "--privilege", "joinChannel=" + lifetime));
    }

    static Stream<Arguments> badArguments() {
        String tooLong = "c".repeat(65);
        String legal = "use a-z, A-Z, 0-9, space and !#$%&()+-:;<=.>?@[]^_{}|~,";
        return Stream.of(
                refusal(
                        "channel: \"" + tooLong + "\" is too long (65 bytes); use at most 64 bytes",
                        "rtc",
                        tooLong,
                        "--uid=1"),
                refusal("channel: must not be empty; use 1 to 64 characters", "rtc", "", "--uid=1"),
                refusal(
                        "channel: \"a\\\"b\" contains '\"', which Agora does not allow; " + legal,
                        "rtc",
                        "a\"b",
                        "--uid=1"),
                refusal(
                        "channel: \"a<U+000A>b\" contains U+000A, which Agora does not allow; " + legal,
                        "rte",
                        "a\nb",
                        "--uid=1"),
                refusal(
                        "channel: \"class-*\" holds '*', which stands for any text; leave it out, or add --allow-wildcard",
                        "rtc",
                        "class-*",
                        "--uid=1"),
                refusal(
                        "account: \"*\" holds '*', which stands for any text; leave it out, or add --allow-wildcard",
                        "rtc",
                        "testing",
                        "--account=*"),
                refusal(
                        "stream-channel: \"t*\" holds '*', which stands for any text; leave it out, or add --allow-wildcard",
                        "rtm",
                        "alice",
                        "--stream-channel=t*"),
                refusal(
                        "account: \"" + "a".repeat(72)
                                + "\"... (256 characters) is too long (256 bytes); use at most 255 bytes",
                        "rtc",
                        "testing",
                        "--account=" + "a".repeat(256)),
                refusal("account: must not be empty; use 1 to 255 characters", "rtc", "testing", "--account="),
                refusal(
                        "role: unknown role \"pubisher\"; did you mean publisher?",
                        "rtc",
                        "testing",
                        "--uid=1",
                        "--role=pubisher"),
                refusal(
                        "user: none is given; give exactly one of --uid N, --account A and --any-user",
                        "rtc",
                        "testing"),
                refusal(
                        "user: more than one is given; give exactly one of --uid N, --account A and --any-user",
                        "rtc",
                        "testing",
                        "--uid=1",
                        "--account=a"),
                refusal(
                        "user: more than one is given; give exactly one of --uid N, --account A and --any-user",
                        "rte",
                        "testing",
                        "--uid=1",
                        "--any-user"),
                refusal(
                        "user: \"a*\" holds '*'; name one user; a login to Signaling is for nobody else, and knows no"
                                + " wildcards",
                        "rtm",
                        "a*"),
                refusal(
                        "rtm-user: \"a*\" holds '*'; name one user; a login to Signaling is for nobody else, and knows no"
                                + " wildcards",
                        "rte",
                        "testing",
                        "--uid=1",
                        "--rtm-user=a*",
                        "--allow-wildcard"),
                refusal("role: unknown role \"hots\"; did you mean host?", "rtc", "testing", "--uid=1", "--role=hots"),
                refusal(
                        "role: unknown role \"5\"; use publisher or subscriber, or see --help",
                        "rtc",
                        "testing",
                        "--uid=1",
                        "--role=5"),
                refusal("format: unknown token format \"008\"; use 007 or 006", "rtm", "alice", "--format=008"),
                refusal(
                        "project: invalid project name \"a b\"; use 1 to 64 of a-z, A-Z, 0-9, '_', '-' and '.'",
                        "rtm",
                        "alice",
                        "--project=a b"),
                refusal(
                        "app-id: invalid App ID \"970CA\"; copy the 32 hexadecimal characters from the project in the"
                                + " Agora Console",
                        "rtm",
                        "alice",
                        "--app-id=970CA"),
                refusal(
                        "user: invalid Signaling user \"0\"; name the user (Signaling has no \"any user\")",
                        "rtm",
                        "0"),
                refusal(
                        "user: \"Alice\" contains 'A', which Chat does not allow; use a-z (lower case), 0-9, '_', '-' and"
                                + " '.'",
                        "chat",
                        "user",
                        "Alice"),
                refusal(
                        "user: missing; name the Chat user, or request an app token",
                        "chat",
                        "app",
                        "--privilege=user=60"),
                refusal(
                        "rtm-user: it is missing, and Signaling knows no \"any user\"; name one with --rtm-user U",
                        "rte",
                        "testing",
                        "--any-user"),
                refusal(
                        "rtm-user: it is missing, and Signaling knows no \"any user\"; name one with --rtm-user U",
                        "rte",
                        "testing",
                        "--account=guest-*",
                        "--allow-wildcard"),
                refusal(
                        "rtm-user: \"" + "a".repeat(65) + "\" is too long (65 bytes); use at most 64 bytes",
                        "rte",
                        "testing",
                        "--account=" + "a".repeat(65)),
                refusal(
                        "rtm-user: invalid Signaling user \"0\"; name the user (Signaling has no \"any user\")",
                        "rte",
                        "testing",
                        "--any-user",
                        "--rtm-user=0"),
                refusal("port: \"65536\" is no port; give a whole number from 0 to 65535", "serve", "--port=65536"),
                refusal("port: \"-1\" is no port; give a whole number from 0 to 65535", "serve", "--port=-1"),
                refusal("port: \"http\" is no port; give a whole number from 0 to 65535", "serve", "--port=http"),
                refusal("host: it is empty; give an address such as 127.0.0.1 or 0.0.0.0", "serve", "--host="));
    }

    static Stream<Arguments> badPrivileges() {
        String all = "joinChannel, publishAudioStream, publishVideoStream, publishDataStream";
        return Stream.of(
                refusal(
                        "\"joinChanel\" is no privilege here; did you mean joinChannel? Valid: " + all,
                        "rtc",
                        "c",
                        "--uid=1",
                        "--privilege=joinChanel=60"),
                refusal("\"login\" is no privilege here; use " + all, "rtc", "c", "--uid=1", "--privilege=login=60"),
                refusal("\"\" is no privilege here; use login", "rtm", "alice", "--privilege==60"),
                refusal("\"app\" is no privilege here; use login", "rtm", "alice", "--privilege=app=60"),
                refusal("\"login\" has no lifetime; write login=10m", "rtm", "alice", "--privilege=login"),
                refusal(
                        "\"login\" is named twice; name it once",
                        "rtm",
                        "alice",
                        "--privilege=login=60",
                        "--privilege=login=61"),
                refusal(
                        "--role says already which there are; give either --role or --privilege",
                        "rtc",
                        "c",
                        "--uid=1",
                        "--role=subscriber",
                        "--privilege=joinChannel=60"),
                refusal(
                        "one of the token's services gets none; name at least one of " + all + " too",
                        "rtm",
                        "alice",
                        "--stream-channel=c",
                        "--privilege=login=60"));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void refusesBadArguments(String complaint, String[] args) {
        assertRefused(complaint, runBadInput(args));
    }

    @ParameterizedTest
    @MethodSource("badPrivileges")
    void refusesBadPrivileges(String complaint, String[] args) {
        assertRefused("privilege: " + complaint, runBadInput(args));
    }

    @Test
    void refusesPrivilegesThatOutliveTheToken() {
        String[] args = {"rtc", "testing", "--uid=1", "--expire=10m", "--privilege=joinChannel=601"};

        assertRefused(
                "privilege: 601 seconds would outlive the token of 600 seconds; use at most 600 seconds", run(args));
    }

    @Test
    void refusesPrivilegesThatOutliveATokenOfTheDefaultLifetime() {
        assertRefused(
                "privilege: 7200 seconds would outlive the token of 3600 seconds; use at most 3600 seconds",
                run("rtm", "alice", "--privilege=login=2h"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chat app", "chat user alice", "rte testing --uid=1 --single", "rtm alice --stream-channel=c"})
    void refusesToPutIntoFormat006WhatItCannotHold(String command) {
        assertRefused(
                "services: format 006 cannot contain these services; request exactly one rtc or one rtm service, or use format 007",
                run((command + " --format=006").split(" ")));
    }

    @Test
    void refusesPatternsInFormat006() {
        assertRefused(
                "format: 006 has no wildcard patterns; use format 007, or name one channel and user",
                run("rtc", "c*", "--uid=1", "--allow-wildcard", "--format=006"));
    }

    static Stream<Arguments> contradictory() {
        return Stream.of(
                refusal(
                        "project: --app-id and --cert-file describe a project, and --project names another; leave out"
                                + " --project, or the other two",
                        "rtm",
                        "alice",
                        "--project=school",
                        "--app-id=" + CliFixture.APP_ID),
                refusal(
                        "project: --app-id and --cert-file describe a project, and --project names another; leave out"
                                + " --project, or the other two",
                        "rtm",
                        "alice",
                        "--project=school",
                        "--cert-file=-"),
                refusal("config: it is empty; name the configuration file", "rtm", "alice", "--config="),
                refusal(
                        "demo: it cannot be open to everybody; leave out --open, or --demo and set APP_ID",
                        "serve",
                        "--demo",
                        "--open"));
    }

    @ParameterizedTest
    @MethodSource("contradictory")
    void refusesOptionsThatContradictEachOther(String complaint, String[] args) {
        assertRefused(complaint, runBadInput(args));
    }

    static Stream<Arguments> unparsable() {
        return Stream.of(
                refusal("channel: it is missing; give CHANNEL, see 'agora-token rtc --help'", "rtc"),
                refusal("user: it is missing; give USER, see 'agora-token chat user --help'", "chat", "user"),
                refusal("uid: the value is missing; give --uid=N", "rtc", "testing", "--uid"),
                refusal("uid: the value is missing; give --uid=N", "rtc", "testing", "--uid", "--account", "a"),
                refusal("uid: it is given twice; give it once", "rtc", "testing", "--uid=1", "--uid=2"),
                refusal("json: it cannot be read; see 'agora-token rtm --help'", "rtm", "alice", "--json=perhaps"),
                refusal(
                        "argument: \"more\" is one too many; see 'agora-token rtc --help'",
                        "rtc",
                        "testing",
                        "more",
                        "--uid=1"),
                refusal(
                        "option: \"--udi\" is no option of 'agora-token rtc'; did you mean --uid?",
                        "rtc",
                        "testing",
                        "--udi=5"),
                refusal(
                        "option: \"--acount\" is no option of 'agora-token rte'; did you mean --account?",
                        "rte",
                        "testing",
                        "--acount",
                        "alice"),
                refusal(
                        "option: \"--any\" is no option of 'agora-token rtc'; did you mean --any-user?",
                        "rtc",
                        "testing",
                        "--any"),
                refusal(
                        "option: \"-x\" is no option of 'agora-token rtm'; see 'agora-token rtm --help', or put -- before a"
                                + " name that starts with '-'",
                        "rtm",
                        "alice",
                        "-x"),
                refusal("option: \"--verison\" is no option of 'agora-token'; did you mean --version?", "--verison"),
                refusal("command: \"serv\" is no command; did you mean serve?", "serv"),
                refusal("command: \"rtc\" stands behind --, where it is a name; put it before the --", "--", "rtc"),
                refusal(
                        "option: \"--uid\" stands behind --, where it is a name; put it before the --",
                        "rtc",
                        "--",
                        "-x",
                        "--uid",
                        "1"),
                refusal(
                        "option: \"--jsn\" is no option of 'agora-token key new'; did you mean --json?",
                        "key",
                        "new",
                        "--jsn"),
                refusal(
                        "option: \"--room-rol\" is no option of 'agora-token apaas room-user'; did you mean --room-role?",
                        "apaas",
                        "room-user",
                        "class-7",
                        "alice",
                        "--room-rol=1"),
                refusal(
                        "option: \"--channel\" is no option here, since CHANNEL is an argument; write the channel alone",
                        "rtc",
                        "--channel",
                        "testing"),
                refusal(
                        "option: \"--channel\" is no option here, since CHANNEL is an argument; write the channel alone",
                        "rtc",
                        "--channel=testing",
                        "--uid=1"),
                refusal("command: \"token\" is no command; see 'agora-token --help'", "token", "--uid=1"),
                refusal("command: \"usr\" is no command of 'agora-token chat'; did you mean user?", "chat", "usr"),
                refusal("command: 'chat' needs one more word; add user or app", "chat"),
                refusal("command: \"rtx\" is no command; did you mean rtc or rtm or rte?", "help", "rtx"));
    }

    @ParameterizedTest
    @MethodSource("unparsable")
    void saysInOneLineWhatTheCommandLineLacks(String complaint, String[] args) {
        assertRefused(complaint, runBadInput(args));
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
    void refusesCertificatesAsArgumentsAndSaysWhy(String option) {
        String complaint =
                "certificate: an argument is visible to every user of this machine; put it into APP_CERTIFICATE"
                        + " or .env, or into a file for --cert-file FILE";

        assertRefused(complaint, runBadInput("rtc", "testing", "--uid=1", option, CliFixture.CERTIFICATE));
        assertRefused(complaint, runBadInput("rtc", "testing", "--uid=1", option + "=" + CliFixture.CERTIFICATE));
        assertRefused(complaint, runBadInput(option, CliFixture.CERTIFICATE));
    }

    @Test
    void refusesACertificateWhereItsFileShouldBe() {
        assertRefused(
                "certificate: --cert-file got what looks like the certificate, visible to every user of this machine; put it"
                        + " into APP_CERTIFICATE or .env, or into a file for --cert-file FILE",
                runBadInput("rtm", "alice", "--cert-file", CliFixture.CERTIFICATE));
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
    void neverRepeatsACertificateThatStandsInTheWrongPlace(String[] args) {
        Outcome outcome = runBadInput(args);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("agora-token: ").doesNotContain(CliFixture.CERTIFICATE.substring(1, 20));
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void neverRepeatsAToken() {
        String token = run("rtc", "testing", "--uid=1").out().strip();

        Outcome outcome = runBadInput("rtm", "alice", token);

        assertRefused(
                "argument: \"(a token, not shown)\"... (" + token.length()
                        + " characters) is one too many; see 'agora-token rtm --help'",
                outcome);
    }

    private static Arguments refusal(String complaint, String... args) {
        return arguments(complaint, args);
    }

    private static void assertRefused(String complaint, Outcome outcome) {
        assertThat(outcome.err().lines()).containsExactly("agora-token: " + complaint);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }
}
