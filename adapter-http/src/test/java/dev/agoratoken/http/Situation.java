package dev.agoratoken.http;

import dev.agoratoken.http.settings.AuditOutage;
import dev.agoratoken.http.settings.ProviderOutage;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuditUnavailableException;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.BanService;
import dev.agoratoken.issuing.policy.Decision;
import dev.agoratoken.issuing.policy.SharedStateUnavailableException;
import dev.agoratoken.issuing.policy.ban.AgoraRemover;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.AuthenticationUnavailableException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerAuthenticator;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.Salt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a server may find itself in when it is asked. */
public enum Situation {
    /** Everybody may have everything. */
    OPEN(CallerAuthenticator.OPEN),
    WITHOUT_CONSOLE(CallerAuthenticator.OPEN),
    STOPPING(CallerAuthenticator.OPEN),
    OVERLOADED(CallerAuthenticator.OPEN),
    ASKED_BY_A_STRANGER(credentials -> {
        throw new AuthenticationException("there are none", "send 'X-Api-Key: …'");
    }),
    ASKED_FOR_TOO_MUCH(credentials -> caller(AccessRules.allowing())),
    ASKED_AT_A_RATE(credentials -> caller(AccessRules.EVERYTHING.withRateLimit(RateLimit.parse("50/s")))),
    ASKED_TOO_OFTEN(credentials -> caller(AccessRules.EVERYTHING.withRateLimit(RateLimit.parse("1/h")))),
    CUT_OFF_FROM_THE_PROVIDER(credentials -> {
        throw new AuthenticationUnavailableException("the keys of the identity provider cannot be fetched");
    }),
    WITHOUT_AN_AUDIT(credentials -> caller(AccessRules.EVERYTHING)),
    CUT_OFF_FROM_THE_SHARED_STATE(credentials -> caller(AccessRules.EVERYTHING.withRateLimit(RateLimit.parse("50/s")))),
    /** Bans cannot be stored. */
    WITHOUT_A_BAN_STORE(CallerAuthenticator.OPEN),
    /** Everybody is banned, and nobody can ban. */
    BANNED(CallerAuthenticator.OPEN),
    BROKEN(credentials -> {
        throw new IllegalStateException("a fault of ours");
    });

    private final CallerAuthenticator callerAuthenticator;

    Situation(CallerAuthenticator callerAuthenticator) {
        this.callerAuthenticator = callerAuthenticator;
    }

    private static Caller caller(AccessRules accessRules) {
        return new Caller("mobile", CallerKind.API_KEY, Optional.empty(), Claims.NONE, accessRules);
    }

    /** A server in that situation; the open one always makes the same token of the same request. */
    public HttpFixture serve() {
        return switch (this) {
            case WITHOUT_CONSOLE -> HttpFixture.withoutConsole();
            case STOPPING -> HttpFixture.stopping();
            case OVERLOADED -> HttpFixture.overloaded();
            case WITHOUT_AN_AUDIT ->
                HttpFixture.started(
                        guarded(new AuditPolicy(Situation::writeNothing, true), BanChecker.NONE),
                        bans(false),
                        () -> Optional.of(new AuditOutage("audit.log cannot be written", true)),
                        List::of);
            case BANNED -> HttpFixture.started(guarded(AuditPolicy.NONE, everyone()));
            case WITHOUT_A_BAN_STORE ->
                HttpFixture.started(guarded(AuditPolicy.NONE, BanChecker.NONE), bans(true), Optional::empty, List::of);
            case CUT_OFF_FROM_THE_SHARED_STATE ->
                HttpFixture.withoutSharedState(
                        new AuthorizingIssuer(
                                callerAuthenticator,
                                issuer(),
                                (caller, limit) -> {
                                    throw new SharedStateUnavailableException();
                                },
                                BanChecker.NONE,
                                AuditPolicy.NONE),
                        true);
            case OPEN, ASKED_BY_A_STRANGER, ASKED_FOR_TOO_MUCH, ASKED_AT_A_RATE, ASKED_TOO_OFTEN, BROKEN ->
                HttpFixture.started(guarded(AuditPolicy.NONE, BanChecker.NONE), bans(false), Optional::empty, List::of);
            case CUT_OFF_FROM_THE_PROVIDER ->
                HttpFixture.started(
                        guarded(AuditPolicy.NONE, BanChecker.NONE),
                        bans(false),
                        Optional::empty,
                        () -> List.of(new ProviderOutage(
                                "https://login.example/keys", "the answer has status 500", "2026-11-24T11:59:00Z")));
        };
    }

    private AuthorizingIssuer guarded(AuditPolicy auditPolicy, BanChecker bans) {
        return new AuthorizingIssuer(callerAuthenticator, issuer(), Situation::take, bans, auditPolicy);
    }

    private static BanService bans(boolean failing) {
        return new BanService(
                new UnchangedBans(failing),
                AgoraRemover.NONE,
                AuditPolicy.NONE,
                IssuingDefaults.STANDARD.project(),
                HttpFixture.projects(),
                InstantSource.fixed(HttpFixture.NOW),
                () -> BanId.of("ban-2"));
    }

    private static BanChecker everyone() {
        List<Ban> bans = Stream.of("testing", "room-1", "default")
                .map(ChannelName::of)
                .map(BanTarget::of)
                .map(target -> UnchangedBans.ban(target.channel().get().value(), target))
                .toList();
        BanIndex index = BanIndex.of(bans);
        return BanChecker.of(() -> index, InstantSource.fixed(HttpFixture.NOW));
    }

    private static void writeNothing(Decision decision) {
        throw new AuditUnavailableException();
    }

    private static TokenIssuer issuer() {
        return new TokenIssuer(
                Projects.of(List.of(Project.of(HttpFixture.APP_ID, HttpFixture.CERTIFICATE))),
                IssuingDefaults.STANDARD,
                InstantSource.fixed(HttpFixture.NOW),
                () -> Salt.of(1_234_567));
    }

    private static Quota take(Caller caller, RateLimit limit) {
        Quota quota = new Quota(limit.burst(), limit.burst() - 1, Duration.ofSeconds(30));
        if (limit.burst() == 1) {
            throw new RateExceededException(quota, Duration.ofSeconds(30));
        }
        return quota;
    }
}
