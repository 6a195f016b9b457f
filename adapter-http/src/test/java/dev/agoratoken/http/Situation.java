package dev.agoratoken.http;

import dev.agoratoken.http.settings.AuditTrouble;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.Audit;
import dev.agoratoken.issuing.policy.AuditUnavailableException;
import dev.agoratoken.issuing.policy.Decision;
import dev.agoratoken.issuing.policy.GuardedIssuer;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerCheckUnavailableException;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.caller.Callers;
import dev.agoratoken.issuing.policy.caller.UnknownCallerException;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rights;
import dev.agoratoken.token.Salt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a server may find itself in when it is asked. */
enum Situation {
    /** Everybody may have everything. */
    OPEN(Callers.OPEN),
    WITHOUT_CONSOLE(Callers.OPEN),
    STOPPING(Callers.OPEN),
    OVERLOADED(Callers.OPEN),
    ASKED_BY_A_STRANGER(credentials -> {
        throw new UnknownCallerException("there are none", "send 'X-Api-Key: …'");
    }),
    ASKED_FOR_TOO_MUCH(credentials -> caller(Rights.allowing())),
    ASKED_AT_A_RATE(credentials -> caller(Rights.EVERYTHING.at(RateLimit.parse("50/s")))),
    ASKED_TOO_OFTEN(credentials -> caller(Rights.EVERYTHING.at(RateLimit.parse("1/h")))),
    CUT_OFF_FROM_THE_PROVIDER(credentials -> {
        throw new CallerCheckUnavailableException("the keys of the identity provider cannot be fetched");
    }),
    WITHOUT_AN_AUDIT(credentials -> caller(Rights.EVERYTHING)),
    BROKEN(credentials -> {
        throw new IllegalStateException("a fault of ours");
    });

    private final Callers callers;

    Situation(Callers callers) {
        this.callers = callers;
    }

    private static Caller caller(Rights rights) {
        return new Caller("mobile", CallerKind.API_KEY, Optional.empty(), Claims.NONE, rights);
    }

    /** A server in that situation; the open one always makes the same token of the same request. */
    HttpFixture serve() {
        return switch (this) {
            case WITHOUT_CONSOLE -> HttpFixture.withoutConsole();
            case STOPPING -> HttpFixture.stopping();
            case OVERLOADED -> HttpFixture.overloaded();
            case WITHOUT_AN_AUDIT ->
                HttpFixture.started(
                        guarded(new Audit(Situation::writeNothing, true)),
                        () -> Optional.of(new AuditTrouble("audit.log cannot be written", true)));
            case OPEN,
                    ASKED_BY_A_STRANGER,
                    ASKED_FOR_TOO_MUCH,
                    ASKED_AT_A_RATE,
                    ASKED_TOO_OFTEN,
                    CUT_OFF_FROM_THE_PROVIDER,
                    BROKEN -> HttpFixture.started(guarded(Audit.NONE));
        };
    }

    private GuardedIssuer guarded(Audit audit) {
        return new GuardedIssuer(callers, issuer(), Situation::take, audit);
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
