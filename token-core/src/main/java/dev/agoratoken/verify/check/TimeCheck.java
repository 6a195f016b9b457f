package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.EXPIRED;
import static dev.agoratoken.verify.finding.FindingCode.ISSUED_IN_FUTURE;
import static dev.agoratoken.verify.finding.FindingCode.LIFETIME_LOOKS_ABSOLUTE;
import static dev.agoratoken.verify.finding.FindingCode.LIFETIME_LOOKS_RELATIVE;
import static dev.agoratoken.verify.finding.FindingCode.LIFETIME_OVER_24H;
import static dev.agoratoken.verify.finding.FindingCode.LIFETIME_ZERO;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import java.time.Duration;
import java.time.Instant;

/**
 * Check of the times of a token at a moment (docs/reference/token-format.md#validity). All values are Unix seconds,
 * which cannot overflow for any {@link Instant}.
 */
final class TimeCheck {
    private static final long DAY = 86_400;

    /** 1973 as a Unix time, 3 years as a lifetime: smaller values are lifetimes. */
    private static final long MIN_ABSOLUTE = 100_000_000;

    /** 2001 as a Unix time, 31 years as a lifetime: greater values are Unix times. */
    private static final long MAX_RELATIVE = 1_000_000_000;

    /** The largest error of a clock that is wrong by a time zone, in seconds. */
    private static final long MAX_TIME_ZONE_OFFSET = 14 * 3_600;

    /**
     * The largest difference between synchronized clocks in seconds
     * (docs/adr/0045-a-token-issued-up-to-30-seconds-ahead-is-a-warning.md).
     */
    private static final long MAX_ORDINARY_DRIFT = 30;

    /** How far a difference of clocks may be from a time zone, in seconds. */
    private static final long MAX_DEVIATION = 60;

    private static final String MILLISECONDS = ": the server passed a lifetime in milliseconds";

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
        if (TimeUnits.isCutMilliseconds(issued, at)) {
            reportUnit("the token was made at " + token.issuedAt(), ": the server wrote milliseconds", Severity.ERROR);
            return;
        }
        if (ahead > 0) {
            reportFuture(ahead, "was issued in the future, at " + token.issuedAt());
        }
        if (lifetime == 0) {
            reportZero();
            return;
        }
        if (TimeUnits.isMilliseconds(lifetime)) {
            reportMilliseconds("the token", lifetime);
        } else if (lifetime >= MAX_RELATIVE) {
            reportAbsolute("the token", lifetime);
        } else if (lifetime > DAY) {
            reportOver24Hours("the token", lifetime);
        }
        reportExpired();
    }

    private void report006() {
        long end = effectiveExpiry();
        if (end == 0) {
            reportZero();
        } else if (hasWrongUnit(end)) {
            reportUnit("the token", end);
        } else if (looksRelative(end)) {
            reportRelative("the token", end, Severity.ERROR);
        } else {
            // Official builders write the time of issue plus 24 hours, so a later expiry means a wrong clock.
            long ahead = end - DAY - at - skew;
            if (ahead > MAX_TIME_ZONE_OFFSET) {
                reportOver24Hours("the token", end - at);
            } else if (ahead > 0) {
                reportFuture(ahead, "expires more than 24 hours ahead, at " + content.expiresAt());
            }
            reportExpired();
        }
    }

    private void reportFuture(long ahead, String problem) {
        findingCollector.add(new Finding(
                ISSUED_IN_FUTURE,
                ahead > MAX_ORDINARY_DRIFT ? Severity.ERROR : Severity.WARNING,
                "the token " + problem + checkedAt() + timeZone(ahead),
                timeZone(ahead).isEmpty()
                        ? "correct the clock of the server that makes tokens"
                        : "pass UTC as the time on the server that makes tokens, and check its time zone"));
    }

    /** Returns a hint that a time differs by a time zone; empty if it does not. */
    private static String timeZone(long difference) {
        long quarters = Math.round(difference / 900.0);
        boolean wholeHours = quarters % 4 == 0;
        long tolerance = wholeHours ? MAX_DEVIATION : MAX_DEVIATION / 4;
        boolean isZone = quarters >= 4
                && quarters * 900 <= MAX_TIME_ZONE_OFFSET
                && Math.abs(difference - quarters * 900) <= tolerance;
        if (!isZone) {
            return "";
        }
        return ": exactly " + Printable.count(quarters / 4, "hour")
                + (wholeHours ? "" : " and " + quarters % 4 * 15 + " minutes")
                + ", perhaps local time written as UTC";
    }

    private void reportZero() {
        findingCollector.error(
                LIFETIME_ZERO, "the token has a lifetime of 0 seconds", "make the token for 1 second to 24 hours");
    }

    private void reportExpired() {
        if (isPast(effectiveExpiry())) {
            findingCollector.error(
                    EXPIRED,
                    "the token expired at " + Instant.ofEpochSecond(effectiveExpiry()) + madeAndChecked(),
                    expiredRemedy("fetch a new token, and renew it before it expires"));
        }
    }

    /** Returns the remedy for something that has expired. */
    String expiredRemedy(String otherwise) {
        if (isBeforeAllTokens()) {
            return "correct the clock of the server that makes tokens";
        }
        return timeZone(at - issuedAt()).isEmpty()
                ? otherwise
                : "correct the time zone of the server if the token is new; otherwise " + otherwise;
    }

    /** Returns when the token was made; in format 006, builders write that time plus 24 hours. */
    private long issuedAt() {
        return content instanceof TokenContent.V007 token ? token.issuedAt().getEpochSecond() : claimedExpiry() - DAY;
    }

    /** Returns whether the token was made, by its own account, before any token existed. */
    private boolean isBeforeAllTokens() {
        return at >= TimeUnits.MIN_TIME && issuedAt() < TimeUnits.MIN_TIME;
    }

    private String madeAndChecked() {
        return " (made at " + Instant.ofEpochSecond(issuedAt()) + ", checked at " + Instant.ofEpochSecond(at) + ")"
                + (isBeforeAllTokens() ? ": the clock of the server was wrong" : timeZone(at - issuedAt()));
    }

    /** Returns whether a lifetime of format 007 is in milliseconds. */
    boolean isInMilliseconds(PrivilegeExpiry.After end) {
        return TimeUnits.isMilliseconds(end.duration().toSeconds());
    }

    /** Reports a lifetime of format 007 in milliseconds; Agora ends it with the token. */
    void reportMilliseconds(String holder, long lifetime) {
        reportUnit(holder + " has a lifetime of " + lifetime + " seconds", MILLISECONDS, Severity.WARNING);
    }

    /** Reports a time of format 006 in milliseconds. */
    void reportUnit(String holder, long end) {
        boolean cut = TimeUnits.isCutMilliseconds(end, moment());
        String cause = cut
                ? ": the server passed a time in milliseconds, of which 32 bits were kept"
                : TimeUnits.isMilliseconds(end) ? MILLISECONDS : ": the server passed a time in a wrong unit";
        reportUnit(
                holder + " expires at " + Instant.ofEpochSecond(end),
                cause,
                isPast(end) ? Severity.ERROR : Severity.WARNING);
    }

    private void reportUnit(String problem, String cause, Severity severity) {
        findingCollector.add(
                new Finding(
                        FindingCode.TIME_UNIT_MISMATCH,
                        severity,
                        problem + cause,
                        content instanceof TokenContent.V007
                                ? "pass seconds to the builder of format 007, such as a lifetime of 3600"
                                : "pass the current Unix time in seconds, plus a lifetime such as 3600, to the builder of format 006"));
    }

    /** Returns whether a time of format 006 is in milliseconds, or earlier than any token. */
    boolean hasWrongUnit(PrivilegeExpiry expiry) {
        return expiry instanceof PrivilegeExpiry.At && hasWrongUnit(expiryOf(expiry));
    }

    private boolean hasWrongUnit(long end) {
        boolean isLifetime = end < MIN_ABSOLUTE && !TimeUnits.isMilliseconds(end);
        return at >= TimeUnits.MIN_TIME
                && !isLifetime
                && (end < TimeUnits.MIN_TIME || TimeUnits.isCutMilliseconds(end, moment()));
    }

    /** Returns when the token was made, if the token says so plausibly, otherwise the time of the check. */
    private long moment() {
        long issued = issuedAt();
        return issued >= TimeUnits.MIN_TIME && issued <= at + DAY ? issued : at;
    }

    /** Reports a Unix time instead of a lifetime. */
    void reportAbsolute(String holder, long lifetime) {
        findingCollector.warn(
                LIFETIME_LOOKS_ABSOLUTE,
                holder + " has a lifetime of " + lifetime + " seconds, which looks like the Unix time "
                        + Instant.ofEpochSecond(lifetime) + " (Agora limits it to 24 hours)",
                "pass a lifetime such as 3600 seconds to the builder of format 007, without adding the current time");
    }

    private void reportOver24Hours(String holder, long lifetime) {
        findingCollector.warn(
                LIFETIME_OVER_24H,
                holder + " has a lifetime of " + lifetime + " seconds, but Agora limits it to 86400 (24 hours)",
                "request at most 24 hours, and renew the token");
    }

    /** Reports a lifetime instead of a Unix time. */
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

    /** Returns whether an expiry is a number of seconds instead of a Unix time. */
    boolean isRelative(PrivilegeExpiry expiry) {
        return expiry instanceof PrivilegeExpiry.At && looksRelative(expiryOf(expiry)) && !hasWrongUnit(expiry);
    }

    /** Returns whether a privilege has expired before the token. */
    boolean isExpired(PrivilegeExpiry expiry) {
        return !isTokenExpired()
                && !(expiry instanceof PrivilegeExpiry.Unset)
                && isPast(expiryOf(expiry))
                && !isRelative(expiry)
                && !hasWrongUnit(expiry);
    }

    /** Returns the message for an expired privilege. */
    String expiredMessage(String privilege, PrivilegeExpiry expiry) {
        return privilege + " expired at " + Instant.ofEpochSecond(expiryOf(expiry)) + madeAndChecked();
    }

    boolean looksAbsolute(PrivilegeExpiry.After end) {
        return end.duration().toSeconds() >= MAX_RELATIVE;
    }

    /** Returns whether the token has expired, which explains all expired privileges. */
    boolean isTokenExpired() {
        return isPast(effectiveExpiry());
    }

    boolean isPast(long end) {
        return at - skew >= end;
    }

    /** Returns when Agora ends the token: at most 24 hours after the issue. */
    long effectiveExpiry() {
        long claimed = content.expiresAt().getEpochSecond();
        return content instanceof TokenContent.V007 token
                ? Math.min(claimed, token.issuedAt().getEpochSecond() + DAY)
                : claimed;
    }

    /** Returns the expiry that a privilege claims; that of the token if it has none. */
    long expiryOf(PrivilegeExpiry expiry) {
        if (expiry instanceof PrivilegeExpiry.At moment) {
            return moment.instant().getEpochSecond();
        }
        return expiry instanceof PrivilegeExpiry.After after && content instanceof TokenContent.V007 token
                ? token.issuedAt().getEpochSecond() + after.duration().toSeconds()
                : content.expiresAt().getEpochSecond();
    }

    /** Returns the expiry that the token claims. */
    long claimedExpiry() {
        return content.expiresAt().getEpochSecond();
    }

    boolean isFormat007() {
        return content instanceof TokenContent.V007;
    }

    private String checkedAt() {
        return " (checked at " + Instant.ofEpochSecond(at) + ")";
    }
}
