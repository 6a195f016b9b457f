package dev.agoratoken.app.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval.Status;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker against a stand-in for Agora. The clock goes, and a test can move it ahead. */
class AgoraRuleRemoverTest {
    private static final ProjectName PROJECT = ProjectName.DEFAULT;
    private static final BanTarget USER = BanTarget.of(UserId.of(1234));
    private static final BanTarget USER_IN_CHANNEL = USER.in(ChannelName.of("class-1"));
    private static final Duration DAY = Duration.ofDays(1);
    private static final RemovalTimes QUICK = times(Duration.ofSeconds(30));
    /** For answers that do not come. */
    private static final RemovalTimes IMPATIENT = times(Duration.ofSeconds(1));

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());
    private final StoredBans store = new StoredBans();
    private final AgoraStandIn agora = new AgoraStandIn(ConfigFixture.APP_ID, clock);
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final EventLog events = (level, line) -> log.add(line);
    private final List<AgoraRuleRemover> removers = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();

    @AfterEach
    void stop() {
        removers.forEach(AgoraRuleRemover::close);
        agora.close();
        assertThat(log).noneMatch(line -> line.contains(AgoraStandIn.CUSTOMER_SECRET));
    }

    @Test
    void makesARuleForANewBan() {
        AgoraRuleRemover remover = start();
        Ban ban = store.add(ban(USER_IN_CHANNEL, Duration.ofMinutes(10)));
        remover.wake();

        AgoraRemoval removal = store.await(ban, Status.ACTIVE);

        assertThat(agora.methods()).containsExactly("POST");
        assertThat(agora.calls().get(0).body())
                .matches("\\{\"appid\":\"" + ConfigFixture.APP_ID
                        + "\",\"cname\":\"class-1\",\"uid\":1234,\"time_in_seconds\":(599|60[01])"
                        + ",\"privileges\":\\[\"join_channel\"]}");
        assertThat(agora.rules()).containsOnlyKeys(removal.ruleId().orElseThrow());
        assertThat(removal.ruleUntil().orElseThrow()).isAfterOrEqualTo(ban.until());
    }

    @Test
    void canRemoveAllUsersOfAChannelAndAUserOfAllChannels() {
        start();
        Ban channel = store.add(ban(BanTarget.of(ChannelName.of("class-1")), DAY));
        Ban user = store.add(ban(USER, DAY));

        store.await(channel, Status.ACTIVE);
        store.await(user, Status.ACTIVE);

        assertThat(agora.rules().values())
                .satisfiesExactlyInAnyOrder(
                        rule -> assertThat(rule)
                                .containsEntry("cname", "class-1")
                                .doesNotContainKey("uid"),
                        rule -> assertThat(rule).containsEntry("uid", 1234).doesNotContainKey("cname"));
    }

    @Test
    void saysForWhichBansThereWillBeARule() {
        AgoraRuleRemover remover = start();
        ChannelName channel = ChannelName.of("class-1");
        BanTarget account = BanTarget.of(UserAccount.of("alice"));
        BanTarget both = new BanTarget(
                Optional.empty(), Optional.of(UserId.of(7)), Optional.of(UserAccount.of("alice")), Optional.empty());

        assertThat(remover.initialState(PROJECT, USER)).isEqualTo(AgoraRemoval.PENDING);
        assertThat(remover.initialState(PROJECT, BanTarget.of(channel))).isEqualTo(AgoraRemoval.PENDING);
        assertThat(remover.initialState(PROJECT, both)).isEqualTo(AgoraRemoval.PENDING);
        // A rule for the channel would remove everyone.
        assertThat(remover.initialState(PROJECT, account.in(channel)).status()).isEqualTo(Status.NOT_POSSIBLE);
        verifyImpossible("an account", remover.initialState(PROJECT, account));
        verifyImpossible("a userId", remover.initialState(PROJECT, BanTarget.of(RtmUserId.of("alice"))));
        assertThat(remover.initialState(ProjectName.of("other"), USER)).isEqualTo(AgoraRemoval.NOT_CONFIGURED);
    }

    private static void verifyImpossible(String target, AgoraRemoval state) {
        assertThat(state.status()).isEqualTo(Status.NOT_POSSIBLE);
        ApprovedMessages.verify("no rule for " + target, state.detail().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 415})
    void givesUpWhereAgoraRejectsTheRule(int status) {
        agora.fail("POST", status);
        start();
        Ban ban = store.add(ban(USER, DAY));

        AgoraRemoval removal = store.await(ban, Status.FAILED);

        ApprovedMessages.verify("rejected with " + status, removal.detail().orElseThrow());
        assertThat(log).singleElement().asString().contains(ban.id().value(), "answered " + status);
        assertThat(agora.methods()).containsExactly("POST");
    }

    @Test
    void triesAgainWithOtherCredentials() {
        agora.setSecret("another-secret");
        AgoraRuleRemover remover = start();
        Ban ban = store.add(ban(USER, DAY));
        ApprovedMessages.verify(
                "rejected with 401", store.await(ban, Status.FAILED).detail().orElseThrow());

        remover.use(Map.of(PROJECT, access("another-secret")));

        store.await(ban, Status.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void triesAgainWhereAgoraIsNotReady(int status) {
        agora.fail("POST", status);
        agora.fail("POST", status);
        start();
        Ban ban = store.add(ban(USER, DAY));

        store.await(ban, Status.ACTIVE);

        assertThat(agora.rules()).hasSize(1);
        // Only after 429 it is certain that there is no rule.
        assertThat(agora.methods())
                .isEqualTo(
                        status == 429
                                ? List.of("POST", "POST", "POST")
                                : List.of("POST", "GET", "POST", "GET", "POST"));
        assertThat(log).first().asString().contains(ban.id().value(), "answered " + status);
    }

    @ParameterizedTest
    @CsvSource({"504,true", "500,true", "0,true", "0,false"})
    void makesOneRuleWhereTheAnswerIsLost(int status, boolean taken) {
        if (status == 0) {
            agora.hang("POST", taken);
        } else {
            agora.failAfterwards("POST", status);
        }
        start(status == 0 ? IMPATIENT : QUICK, RemovalLease.ALONE);
        Ban ban = store.add(ban(USER_IN_CHANNEL, DAY));

        AgoraRemoval removal = store.await(ban, Status.ACTIVE);

        assertThat(agora.rules()).containsOnlyKeys(removal.ruleId().orElseThrow());
        assertThat(agora.methods()).startsWith("POST", "GET");
        assertThat(agora.methods()).filteredOn("POST"::equals).hasSize(taken ? 1 : 2);
    }

    @Test
    void showsAtTheBanWhyThereIsNoRuleYet() {
        agora.hang("POST", false);
        start(IMPATIENT, RemovalLease.ALONE);
        Ban ban = store.add(ban(USER, DAY));

        AgoraRemoval pending = store.await(ban, removal -> removal.detail().isPresent());

        assertThat(pending.status()).isEqualTo(Status.PENDING);
        ApprovedMessages.verify(
                "no answer", pending.detail().orElseThrow().replaceAll("127\\.0\\.0\\.1:[0-9]+", "HOST"));
        assertThat(store.await(ban, Status.ACTIVE).detail()).isEmpty();
    }

    @Test
    void takesUpAtTheStartWhatAnotherProcessBegan() {
        Ban tried = store.add(ban(USER_IN_CHANNEL, DAY));
        long id = agora.addRule(rule(tried));
        Ban untried = store.add(ban(USER, DAY));

        start();

        assertThat(store.await(tried, Status.ACTIVE).ruleId()).hasValue(id);
        store.await(untried, Status.ACTIVE);
        assertThat(agora.rules()).hasSize(2);
    }

    @Test
    void leavesTheRulesOfOthersAlone() {
        Ban ban = ban(USER_IN_CHANNEL, DAY);
        Map<String, Object> older = rule(ban);
        older.put("createAt", clock.instant().minus(Duration.ofHours(1)).toString());
        Map<String, Object> muted = rule(ban);
        muted.put("privileges", List.of("publish_audio"));
        Map<String, Object> elsewhere = rule(ban);
        elsewhere.put("cname", "class-2");
        List<Long> others = List.of(agora.addRule(older), agora.addRule(muted), agora.addRule(elsewhere));
        store.add(ban);
        AgoraRuleRemover remover = start();
        assertThat(others)
                .doesNotContain(store.await(ban, Status.ACTIVE).ruleId().orElseThrow());

        lift(ban, remover);

        assertThat(agora.rules()).containsOnlyKeys(others);
    }

    @Test
    void keepsTwoBansOfOneUserApart() {
        Ban one = store.add(ban(USER, DAY));
        Ban two = store.add(ban(USER, DAY));
        AgoraRuleRemover remover = start();
        store.await(one, Status.ACTIVE);
        AgoraRemoval other = store.await(two, Status.ACTIVE);

        lift(one, remover);

        assertThat(agora.rules()).containsOnlyKeys(other.ruleId().orElseThrow());
    }

    @Test
    void renewsARuleBeforeItEnds() {
        start();
        Ban ban = store.add(ban(USER, Duration.ofDays(3)));
        AgoraRemoval first = store.await(ban, Status.ACTIVE);
        assertThat(first.ruleUntil().orElseThrow()).isBefore(ban.createdAt().plusSeconds(86_440));

        ahead.set(Duration.ofHours(23).plusMinutes(5));
        AgoraRemoval second = store.await(ban, removal -> isLater(removal, first));
        ahead.set(Duration.ofHours(46).plusMinutes(10));
        AgoraRemoval third = store.await(ban, removal -> isLater(removal, second));
        ahead.set(Duration.ofHours(69).plusMinutes(15));
        AgoraRemoval last = store.await(ban, removal -> isLater(removal, third));

        assertThat(agora.methods()).containsExactly("POST", "PUT", "PUT", "PUT");
        assertThat(agora.rules()).containsOnlyKeys(first.ruleId().orElseThrow());
        assertThat(Duration.between(ban.until(), last.ruleUntil().orElseThrow()))
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void makesARuleAgainThatEndedWhileNoServerRan() {
        AgoraRuleRemover before = start();
        Ban ban = store.add(ban(USER, Duration.ofDays(7)));
        AgoraRemoval first = store.await(ban, Status.ACTIVE);
        before.close();
        agora.removeRules();
        ahead.set(Duration.ofDays(2));

        start();

        assertThat(store.await(ban, removal -> isLater(removal, first)).ruleId())
                .isNotEqualTo(first.ruleId());
        assertThat(agora.rules()).hasSize(1);
    }

    @Test
    void keepsARuleThatCannotBeRenewedUntilItEnds() {
        start();
        Ban ban = store.add(ban(USER, Duration.ofDays(3)));
        store.await(ban, Status.ACTIVE);
        agora.setSecret("another-secret");

        ahead.set(Duration.ofHours(23).plusMinutes(30));
        AgoraRemoval late = store.await(ban, removal -> removal.detail().isPresent());
        assertThat(late.status()).isEqualTo(Status.ACTIVE);
        assertThat(late.ruleId()).isPresent();
        ahead.set(Duration.ofDays(2));

        assertThat(store.await(ban, Status.FAILED).detail().orElseThrow()).contains("401");
    }

    @Test
    void deletesTheRuleOfALiftedBan() {
        AgoraRuleRemover remover = start();
        Ban ban = store.add(ban(USER, DAY));
        store.await(ban, Status.ACTIVE);
        agora.fail("DELETE", 500);
        agora.failAfterwards("DELETE", 504);

        lift(ban, remover);

        assertThat(agora.methods()).containsExactly("POST", "DELETE", "DELETE", "DELETE");
        assertThat(agora.rules()).isEmpty();
    }

    @Test
    void deletesARuleThatWasMadeWithoutAnAnswer() {
        Ban ban = store.add(ban(USER, DAY));
        agora.addRule(rule(ban));
        agora.addRule(rule(ban));
        store.update(ban.id(), found -> found.lifted(clock.instant()));

        start();

        store.awaitGone(ban);
        assertThat(agora.rules()).isEmpty();
    }

    @Test
    void forgetsALiftedBanWithoutARule() {
        Ban ban = store.add(ban(USER, DAY).lifted(clock.instant()));

        start();

        store.awaitGone(ban);
        assertThat(agora.methods()).containsExactly("GET");
    }

    @Test
    void forgetsABanThatEndedWithItsRule() {
        start();
        Ban ban = store.add(ban(USER, Duration.ofMinutes(5)));
        store.await(ban, Status.ACTIVE);

        ahead.set(Duration.ofMinutes(6));

        store.awaitGone(ban);
        assertThat(agora.methods()).containsExactly("POST");
    }

    @Test
    void makesOneRuleWhenTheStoreFailsInBetween() {
        start();
        store.setBroken(true);
        Ban ban = store.add(ban(USER, DAY));
        agora.awaitCalls(methods -> methods.contains("GET"));

        store.setBroken(false);

        store.await(ban, Status.ACTIVE);
        assertThat(agora.rules()).hasSize(1);
        assertThat(log).isNotEmpty().allMatch(line -> line.contains("disk full"));
    }

    @Test
    void isIdleWithoutTheLease() {
        AtomicBoolean first = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        start(QUICK, () -> {
            asked.incrementAndGet();
            return first.get();
        });
        start(QUICK, () -> {
            asked.incrementAndGet();
            return !first.get();
        });
        Ban before = store.add(ban(USER, DAY));
        store.await(before, Status.ACTIVE);
        first.set(false);
        Ban after = store.add(ban(USER_IN_CHANNEL, DAY));
        store.await(after, Status.ACTIVE);

        assertThat(agora.rules()).hasSize(2);
        assertThat(asked.get()).isGreaterThan(1);
    }

    @Test
    void doesNotWaitForTheClockOfAnotherInstance() {
        start();
        ahead.set(Duration.ofMinutes(10));
        Ban ban = ban(USER, DAY);
        ahead.set(Duration.ZERO);
        store.add(ban);

        store.await(ban, Status.ACTIVE);
    }

    @Test
    void sendsAtMostTenRequestsPerSecondAndAccount() {
        RemovalTimes usual = RemovalTimes.DEFAULT;
        start(usual, RemovalLease.ALONE);
        List<Ban> bans = IntStream.range(0, 8)
                .mapToObj(i -> store.add(ban(BanTarget.of(UserId.of(100 + i)), DAY)))
                .toList();

        bans.forEach(ban -> store.await(ban, Status.ACTIVE));

        long[] sent = agora.calls().stream().mapToLong(AgoraStandIn.Call::nanos).toArray();
        assertThat(sent).hasSizeGreaterThanOrEqualTo(8);
        // The first and the last: in between, a loaded machine may deliver late what was sent in time.
        assertThat(Duration.ofNanos(sent[sent.length - 1] - sent[0]))
                .isGreaterThan(usual.spacing().multipliedBy(sent.length - 2));
    }

    @Test
    void failsBansWhoseProjectLostItsAccess() {
        AgoraRuleRemover remover = start();
        remover.use(Map.of());
        Ban ban = store.add(ban(USER, DAY));

        ApprovedMessages.verify(
                "no access any more", store.await(ban, Status.FAILED).detail().orElseThrow());
        remover.use(Map.of(PROJECT, access(AgoraStandIn.CUSTOMER_SECRET)));

        store.await(ban, Status.ACTIVE);
    }

    private static RemovalTimes times(Duration timeout) {
        Duration shortTime = Duration.ofMillis(20);
        return new RemovalTimes(timeout, Duration.ofMillis(1), List.of(shortTime), Duration.ofHours(1), shortTime);
    }

    private AgoraRuleRemover start() {
        return start(QUICK, RemovalLease.ALONE);
    }

    private AgoraRuleRemover start(RemovalTimes times, RemovalLease lease) {
        AgoraRuleRemover remover = new AgoraRuleRemover(store, lease, times, clock, events);
        remover.use(Map.of(PROJECT, access(AgoraStandIn.CUSTOMER_SECRET)));
        removers.add(remover.started());
        return remover;
    }

    private AgoraRest access(String secret) {
        return new AgoraRest(
                AppId.of(ConfigFixture.APP_ID), AgoraStandIn.CUSTOMER_ID, CustomerSecret.of(secret), agora.host());
    }

    /** A ban that is new at the time of the call; the store has it from before, if it is added before the start. */
    private Ban ban(BanTarget target, Duration duration) {
        Instant now = clock.instant().plus(removers.isEmpty() ? Duration.ZERO : Duration.ofSeconds(1));
        Instant made = now.truncatedTo(ChronoUnit.SECONDS);
        return new Ban(
                BanId.of("ban-" + ids.incrementAndGet()),
                PROJECT,
                target,
                Optional.empty(),
                "test",
                made,
                made.plus(duration),
                AgoraRemoval.PENDING);
    }

    private Map<String, Object> rule(Ban ban) {
        Map<String, Object> rule = new LinkedHashMap<>();
        ban.target().channel().ifPresent(channel -> rule.put("cname", channel.value()));
        ban.target().uid().ifPresent(uid -> rule.put("uid", uid.number()));
        rule.put("privileges", List.of("join_channel"));
        rule.put("createAt", clock.instant().toString());
        rule.put("ts", ban.until().toString());
        return rule;
    }

    private void lift(Ban ban, AgoraRuleRemover remover) {
        store.update(ban.id(), found -> found.lifted(clock.instant()));
        remover.wake();
        store.awaitGone(ban);
    }

    private static boolean isLater(AgoraRemoval removal, AgoraRemoval before) {
        return removal.ruleUntil()
                .filter(until -> until.isAfter(before.ruleUntil().orElseThrow().plusSeconds(60)))
                .isPresent();
    }
}
