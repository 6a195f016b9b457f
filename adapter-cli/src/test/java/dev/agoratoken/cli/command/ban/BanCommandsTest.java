package dev.agoratoken.cli.command.ban;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.BanServer;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.port.ServerException;
import dev.agoratoken.document.BanDocument;
import dev.agoratoken.document.BanDocument.Removal;
import dev.agoratoken.document.BanListDocument;
import dev.agoratoken.document.FieldError;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.BanFilter;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanRequest;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanCommandsTest {
    private static final BanDocument BAN = new BanDocument(
            "b-1",
            "default",
            "class-1",
            1234L,
            null,
            "alice",
            "shouting\u202E",
            "teacher",
            "2026-11-24T09:00:00Z",
            "2026-11-25T09:00:00Z",
            new Removal("active", 1953L, null));
    private static final BanDocument CHANNEL = new BanDocument(
            "channel-ban",
            "school",
            "class-22",
            null,
            null,
            null,
            null,
            "operator",
            "2026-11-24T08:00:00Z",
            "2026-11-24T10:00:00Z",
            new Removal("failed", null, "Agora answered 403"));

    private final List<Object> asked = new ArrayList<>();
    private Optional<ServerException> failure = Optional.empty();
    private BanListDocument list = new BanListDocument(List.of(BAN, CHANNEL), null);

    @Test
    void addsABanWithEveryOption() {
        Outcome outcome =
                run("ban add --channel class-1 --uid 1234 --account alice --user alice --for 24h --reason shouting"
                        + " --project school --id b-1 --not-at-agora --server https://tokens.example.com");

        assertThat(asked)
                .containsExactly(
                        Optional.of("https://tokens.example.com"),
                        new BanRequest(
                                Optional.of(BanId.of("b-1")),
                                Optional.of(ProjectName.of("school")),
                                new BanTarget(
                                        Optional.of(ChannelName.of("class-1")),
                                        Optional.of(UserId.of(1234)),
                                        Optional.of(UserAccount.of("alice")),
                                        Optional.of(RtmUserId.of("alice"))),
                                Optional.of(Duration.ofHours(24)),
                                Optional.of("shouting"),
                                false));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEqualToNormalizingNewlines("b-1\n");
        ApprovedMessages.verify("added", outcome.err());
    }

    @Test
    void leavesTheRestToTheServer() {
        run("ban add --uid 1234");

        assertThat(asked).containsExactly(Optional.empty(), BanRequest.of(BanTarget.of(UserId.of(1234))));
    }

    @ParameterizedTest
    @CsvSource({"10,10", "90s,90", "30m,1800", "24h,86400", "7d,604800", "30d,2592000"})
    void readsHowLong(String text, long seconds) {
        run("ban add --uid 1234 --for " + text);

        assertThat(((BanRequest) asked.get(1)).duration()).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "ban add,channel",
        "ban add --reason x,channel",
        "ban add --uid 0,uid",
        "ban add --uid 007,uid",
        "ban add --uid alice,uid",
        "ban add --user a*,user",
        "ban add --uid 1 --for 9s,for",
        "ban add --uid 1 --for 31d,for",
        "ban add --uid 1 --for 99999999d,for",
        "ban add --uid 1 --for tomorrow,for",
        "ban add --uid 1 --id a/b,id",
        "ban add --uid 1 --project a/b,project",
        "ban add 1234,1234",
        "ban show a/b,id",
        "ban lift a/b,id",
        "ban show,ID",
        "ban,command"
    })
    void rejectsInvalidInputBeforeItAsksTheServer(String arguments, String field) {
        Outcome outcome = CliFixture.runBadInput(arguments.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("agora-token: ");
        if (!field.equals("1234") && !field.equals("ID")) {
            ApprovedMessages.verify(arguments, outcome.rejection(field));
        }
    }

    @Test
    void listsBansInColumns() {
        Outcome outcome = run("ban list --channel class-1 --uid 1234 --account a --user b --project school");

        assertThat(asked.get(1))
                .isEqualTo(new BanFilter(
                        Optional.of(ProjectName.of("school")),
                        Optional.of(ChannelName.of("class-1")),
                        Optional.of(UserId.of(1234)),
                        Optional.of(UserAccount.of("a")),
                        Optional.of(RtmUserId.of("b"))));
        assertThat(outcome.out()).isEqualToNormalizingNewlines("""
                        b-1          default  channel class-1 uid 1234 userId alice  until 2026-11-25T09:00:00Z  agora active  "shouting<U+202E>"
                        channel-ban  school   channel class-22                       until 2026-11-24T10:00:00Z  agora failed
                        """);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void saysThatThereAreNoBansOrMore() {
        list = new BanListDocument(List.of(), null);
        Outcome none = run("ban list");
        assertThat(none.out()).isEmpty();
        ApprovedMessages.verify("no bans", none.err());

        list = new BanListDocument(List.of(BAN), 12);
        ApprovedMessages.verify("more bans", run("ban list").err());
    }

    @Test
    void showsABan() {
        Outcome outcome = run("ban show b-1");

        assertThat(asked).containsExactly(Optional.empty(), BanId.of("b-1"));
        assertThat(outcome.out()).isEqualToNormalizingNewlines("""
                        id: b-1
                        project: default
                        channel: class-1
                        uid: 1234
                        userId: alice
                        reason: "shouting<U+202E>"
                        by: teacher
                        createdAt: 2026-11-24T09:00:00Z
                        until: 2026-11-25T09:00:00Z
                        agora: active rule 1953
                        """);
    }

    @Test
    void printsTheDocumentsOfTheServerAsJson() {
        String ban = "\"id\":\"channel-ban\",\"project\":\"school\",\"channel\":\"class-22\",\"by\":\"operator\","
                + "\"createdAt\":\"2026-11-24T08:00:00Z\",\"until\":\"2026-11-24T10:00:00Z\","
                + "\"agora\":{\"status\":\"failed\",\"detail\":\"Agora answered 403\"}";
        list = new BanListDocument(List.of(CHANNEL), 3);

        assertThat(run("ban list --json").out())
                .isEqualToNormalizingNewlines("{\"bans\":[{" + ban + "}],\"more\":3}\n");
        assertThat(run("ban show b-1 --json").out()).startsWith("{\"id\":\"b-1\",");
        assertThat(run("ban add --uid 1 --json").out()).startsWith("{\"id\":\"b-1\",");
    }

    @Test
    void liftsABan() {
        Outcome outcome = run("ban lift b-1");

        assertThat(asked).containsExactly(Optional.empty(), BanId.of("b-1"));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).isEmpty();
        ApprovedMessages.verify("lifted", outcome.err());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reportsWhatTheServerRejectsWithTheNamesOfOptions(boolean denied) {
        failure = Optional.of(new ServerException(
                "code",
                denied,
                List.of(
                        new FieldError("userId", "not good; use another"),
                        new FieldError("for", "too long; shorten"))));

        for (String command : List.of("ban add --uid 1", "ban list", "ban show b-1", "ban lift b-1")) {
            Outcome outcome = run(command);

            assertThat(outcome.exitCode()).isEqualTo(denied ? 1 : 2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .isEqualToNormalizingNewlines(
                            "agora-token: user: not good; use another\nagora-token: for: too long; shorten\n");
        }
    }

    private Outcome run(String arguments) {
        asked.clear();
        return CliFixture.run(
                CliFixture.adapter(
                        CliFixture.ports(address -> {
                            asked.add(address);
                            return new RecordingServer();
                        }),
                        OutputStyle.PIPED),
                arguments.split(" "));
    }

    /** Notes what it is asked for. */
    private final class RecordingServer implements BanServer {
        @Override
        public BanDocument add(BanRequest request) {
            return answer(request, BAN);
        }

        @Override
        public BanListDocument list(BanFilter filter) {
            return answer(filter, list);
        }

        @Override
        public BanDocument find(BanId id) {
            return answer(id, BAN);
        }

        @Override
        public void lift(BanId id) {
            answer(id, BAN);
        }

        private <T> T answer(Object question, T answer) {
            asked.add(question);
            failure.ifPresent(problem -> {
                throw problem;
            });
            return answer;
        }
    }
}
