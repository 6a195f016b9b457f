package dev.agoratoken.app.audit;

import java.time.Instant;

/**
 * The line after a gap.
 *
 * @param time in RFC 3339 UTC
 * @param lost how many decisions are not in the file
 */
record AuditGap(String time, String outcome, long lost) {
    static AuditGap of(Instant time, long lost) {
        return new AuditGap(time.toString(), "resumed", lost);
    }
}
