package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.rule.PolicyQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A ban. Until it ends, no token is issued that the banned user could use, or that reaches the banned channel.
 *
 * @param reason for people; one line
 * @param by the caller who made it
 * @param createdAt when it was made, without fractions of a second
 * @param until when it ends, without fractions of a second
 * @param removal the rule at Agora that removes users who are in a channel
 */
public record Ban(
        BanId id,
        ProjectName project,
        BanTarget target,
        Optional<String> reason,
        String by,
        Instant createdAt,
        Instant until,
        AgoraRemoval removal) {
    /** Returns the same ban with another state of the rule at Agora. */
    public Ban withRemoval(AgoraRemoval changed) {
        return new Ban(id, project, target, reason, by, createdAt, until, changed);
    }

    /** Returns the same ban, ended at that time. */
    public Ban lifted(Instant now) {
        return new Ban(id, project, target, reason, by, createdAt, now, removal);
    }

    /** Whether both have the same id, project, target and duration, as a repeated request has. */
    public boolean isRepeatOf(Ban other) {
        return id.equals(other.id)
                && project.equals(other.project)
                && target.equals(other.target)
                && Duration.between(createdAt, until).equals(Duration.between(other.createdAt, other.until));
    }

    /** Whether it still holds at that time. */
    public boolean holdsAt(Instant now) {
        return now.isBefore(until);
    }

    /** Whether it has an effect: it holds, or its rule at Agora is still to be deleted. Other bans can be forgotten. */
    public boolean isNeededAt(Instant now) {
        return holdsAt(now) || removal.mayHaveRuleAt(now, until);
    }

    /** Whether a requested service is within this ban, or anything that the holder of the token could turn it into. */
    public boolean covers(PolicyQuery query) {
        return query.project().equals(project)
                && Stream.concat(Stream.of(query), query.readings())
                        .anyMatch(reading -> target.covers(reading.requestedService()));
    }
}
