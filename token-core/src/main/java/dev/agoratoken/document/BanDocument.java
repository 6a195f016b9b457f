package dev.agoratoken.document;

import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A ban, with times in RFC 3339 UTC. Absent fields are null.
 *
 * @param agora the rule at Agora that removes users who are in a channel
 */
public record BanDocument(
        String id,
        String project,
        @Nullable String channel,
        @Nullable Long uid,
        @Nullable String account,
        @Nullable String userId,
        @Nullable String reason,
        String by,
        String createdAt,
        String until,
        Removal agora) {
    public static BanDocument from(Ban ban) {
        BanTarget target = ban.target();
        return new BanDocument(
                ban.id().value(),
                ban.project().value(),
                target.channel().map(ChannelName::value).orElse(null),
                target.uid().map(UserId::number).orElse(null),
                target.account().map(UserAccount::value).orElse(null),
                target.userId().map(RtmUserId::value).orElse(null),
                ban.reason().orElse(null),
                ban.by(),
                ban.createdAt().toString(),
                ban.until().toString(),
                Removal.from(ban.removal()));
    }

    /**
     * The rule at Agora.
     *
     * @param status {@code active}, {@code pending}, {@code failed}, {@code not_configured} or {@code not_possible}
     * @param ruleId its id at Agora; null if there is none
     * @param detail why there is none; null if nothing is to be said
     */
    public record Removal(
            String status, @Nullable Long ruleId, @Nullable String detail) {
        private static Removal from(AgoraRemoval removal) {
            return new Removal(
                    removal.status().label(),
                    removal.ruleId().isPresent() ? removal.ruleId().getAsLong() : null,
                    removal.detail().orElse(null));
        }
    }
}
