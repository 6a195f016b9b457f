package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.EXPIRED;
import static dev.agoratoken.verify.FindingCode.ISSUED_IN_FUTURE;
import static dev.agoratoken.verify.FindingCode.LIFETIME_LOOKS_ABSOLUTE;
import static dev.agoratoken.verify.FindingCode.LIFETIME_LOOKS_RELATIVE;
import static dev.agoratoken.verify.FindingCode.LIFETIME_OVER_24H;
import static dev.agoratoken.verify.FindingCode.LIFETIME_ZERO;

import dev.agoratoken.token.Printable;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.TokenContent;
import java.time.Duration;
import java.time.Instant;

/**
 * Holds the times of a token against a moment. In seconds of Unix time, so that no moment is too far away to be added
 * to (docs/reference/token-format.md#validity).
 */
final class TimeCheck {
    private static final long DAY = 86_400;

    /** As a Unix time this is 1973, as a number of seconds three years: each is nonsense as the other. */
    private static final long MIN_ABSOLUTE = 100_000_000;

    /** As a Unix time this is 2001, as a lifetime 31 years. */
    private static final long MAX_RELATIVE = 1_000_000_000;

    /** Clocks that are wrong by a time zone are not further off than this. */
    private static final long FURTHEST_TIME_ZONE = 14 * 3_600;

    /** Clocks of servers that keep time are not further apart than this. */
    private static final long ORDINARY_DRIFT = 30;

    private final TokenContent content;
    private final long at;
    private final long skew;
    private final FindingCollector findingCollector;

    TimeCheck(TokenContent content, Instant at, Duration skew, FindingCollector findingCollector) {
        this.content = content;
        this.at = at.getEpochSecond();
        this.skew = skew.toSeconds();
        this.findingCollector = findingCollector;
    }

    void report() {
        if (content instanceof TokenContent.V007 token) {
            report(token);
        } else {
            report006();
        }
    }

    private void report(TokenContent.V007 token) {
        long issued = token.issuedAt().getEpochSecond();
        long lifetime = token.expiresAt().getEpochSecond() - issued;
        long ahead = issued - at - skew;
        if (ahead > 0) {
            reportFuture(ahead, "was issued in the future, at " + token.issuedAt());
        }
        if (lifetime == 0) {
            reportZero();
            return;
        }
        if (lifetime >= MAX_RELATIVE) {
            reportAbsolute("the token", lifetime);
        } else if (lifetime > DAY) {
            reportOverDay("the token", lifetime);
        }
        reportExpired();
    }

    private void report006() {
        long end = end();
        if (end == 0) {
            reportZero();
        } else if (looksRelative(end)) {
            reportRelative("the token", end, Severity.ERROR);
        } else {
            // Official builders write the making plus 24 hours, so what is later than that tells of the clock.
            long ahead = end - DAY - at - skew;
            if (ahead > FURTHEST_TIME_ZONE) {
                reportOverDay("the token", end - at);
            } else if (ahead > 0) {
                reportFuture(ahead, "expires more than 24 hours ahead, at " + content.expiresAt());
            }
            reportExpired();
        }
    }

    private void reportFuture(long ahead, String problem) {
        findingCollector.add(new Finding(
                ISSUED_IN_FUTURE,
                ahead > ORDINARY_DRIFT ? Severity.ERROR : Severity.WARNING,
                "the token " + problem + checkedAt(),
                "correct the clock of the server that makes tokens"));
    }

    private void reportZero() {
        findingCollector.error(
                LIFETIME_ZERO, "the token has a lifetime of 0 seconds", "make the token for 1 second to 24 hours");
    }

    private void reportExpired() {
        if (isOver(end())) {
            findingCollector.error(
                    EXPIRED,
                    "the token expired at " + Instant.ofEpochSecond(end()) + checkedAt(),
                    "fetch a new token, and renew it before it expires");
        }
    }

    /** Reports a Unix time in the place of a lifetime. */
    void reportAbsolute(String holder, long lifetime) {
        findingCollector.warn(
                LIFETIME_LOOKS_ABSOLUTE,
                holder + " has a lifetime of " + lifetime + " seconds, which looks like the Unix time "
                        + Instant.ofEpochSecond(lifetime) + " (Agora limits it to 24 hours)",
                "pass a lifetime such as 3600 seconds to the builder of format 007, without adding the current time");
    }

    private void reportOverDay(String holder, long lifetime) {
        findingCollector.warn(
                LIFETIME_OVER_24H,
                holder + " has a lifetime of " + lifetime + " seconds, but Agora limits it to 86400 (24 hours)",
                "request at most 24 hours, and renew the token");
    }

    /** Reports a lifetime in the place of a Unix time. */
    void reportRelative(String holder, long end, Severity severity) {
        findingCollector.add(new Finding(
                LIFETIME_LOOKS_RELATIVE,
                severity,
                holder + " expires at " + Instant.ofEpochSecond(end) + ": " + Printable.count(end, "second")
                        + " instead of a Unix time",
                "add the current Unix time to the seconds that you pass to the builder of format 006"));
    }

    private boolean looksRelative(long end) {
        return end < MIN_ABSOLUTE && at >= MIN_ABSOLUTE;
    }

    /** Whether a number of seconds stands where a Unix time was wanted. */
    boolean isRelative(PrivilegeExpiry expiry) {
        return expiry instanceof PrivilegeExpiry.At && looksRelative(end(expiry));
    }

    /** Whether a privilege is over by itself, and not because the token is. */
    boolean isExpired(PrivilegeExpiry expiry) {
        return !isTokenOver()
                && !(expiry instanceof PrivilegeExpiry.Unset)
                && isOver(end(expiry))
                && !isRelative(expiry);
    }

    /** Returns the message for an expired privilege. */
    String expiredMessage(String privilege, PrivilegeExpiry expiry) {
        return privilege + " expired at " + Instant.ofEpochSecond(end(expiry)) + checkedAt();
    }

    boolean looksAbsolute(PrivilegeExpiry.After end) {
        return end.duration().toSeconds() >= MAX_RELATIVE;
    }

    /** Whether the token as a whole is over or never was good, which explains whatever else is over. */
    boolean isTokenOver() {
        return isOver(end());
    }

    boolean isOver(long end) {
        return at - skew >= end;
    }

    /** When the token ends, whatever it claims. */
    long end() {
        long claimed = content.expiresAt().getEpochSecond();
        return content instanceof TokenContent.V007 token
                ? Math.min(claimed, token.issuedAt().getEpochSecond() + DAY)
                : claimed;
    }

    /** When a privilege ends by what it claims itself. */
    long end(PrivilegeExpiry expiry) {
        if (expiry instanceof PrivilegeExpiry.At moment) {
            return moment.instant().getEpochSecond();
        }
        return expiry instanceof PrivilegeExpiry.After after && content instanceof TokenContent.V007 token
                ? token.issuedAt().getEpochSecond() + after.duration().toSeconds()
                : content.expiresAt().getEpochSecond();
    }

    /** When the token claims to end. */
    long claimedEnd() {
        return content.expiresAt().getEpochSecond();
    }

    boolean isRelative() {
        return content instanceof TokenContent.V007;
    }

    private String checkedAt() {
        return " (checked at " + Instant.ofEpochSecond(at) + ")";
    }
}
