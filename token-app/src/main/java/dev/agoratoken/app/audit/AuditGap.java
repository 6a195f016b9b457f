package dev.agoratoken.app.audit;

import java.time.Instant;

/**
 * The first audit line after an outage.
 *
 * @param time in RFC 3339 UTC
 * @param lost the number of decisions missing from the file
 */
record AuditGap(String time, String outcome, long lost) {
    static AuditGap of(Instant time, long lost) {
        return new AuditGap(time.toString(), "resumed", lost);
    }
}
