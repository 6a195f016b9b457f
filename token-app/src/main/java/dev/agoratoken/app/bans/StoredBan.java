package dev.agoratoken.app.bans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A ban as one line of JSON, in which stores keep it. Absent members are null; times are seconds since 1970. */
public final class StoredBan {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            // A newer version may have added some.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredBan() {}

    /** Writes a ban. */
    public static String write(Ban ban) {
        try {
            return MAPPER.writeValueAsString(Members.of(ban));
        } catch (JsonProcessingException e) {
            throw new AssertionError("the members are strings and numbers", e);
        }
    }

    /**
     * Reads a ban.
     *
     * @throws IllegalArgumentException if the text is not a ban that {@link #write} wrote
     */
    public static Ban read(String json) {
        try {
            return MAPPER.readValue(json, Members.class).toBan();
        } catch (JsonProcessingException | InvalidValueException | NullPointerException e) {
            throw new IllegalArgumentException("not a stored ban", e);
        }
    }

    private record Members(
            String id,
            String project,
            @Nullable String channel,
            @Nullable Long uid,
            @Nullable String account,
            @Nullable String userId,
            @Nullable String reason,
            String by,
            long createdAt,
            long until,
            AgoraRemoval.Status status,
            @Nullable Long ruleId,
            @Nullable Long ruleUntil,
            @Nullable String detail) {
        private static Members of(Ban ban) {
            BanTarget target = ban.target();
            AgoraRemoval removal = ban.removal();
            return new Members(
                    ban.id().value(),
                    ban.project().value(),
                    target.channel().map(ChannelName::value).orElse(null),
                    target.uid().map(UserId::number).orElse(null),
                    target.account().map(UserAccount::value).orElse(null),
                    target.userId().map(RtmUserId::value).orElse(null),
                    ban.reason().orElse(null),
                    ban.by(),
                    ban.createdAt().getEpochSecond(),
                    ban.until().getEpochSecond(),
                    removal.status(),
                    removal.ruleId().isPresent() ? removal.ruleId().getAsLong() : null,
                    removal.ruleUntil().map(Instant::getEpochSecond).orElse(null),
                    removal.detail().orElse(null));
        }

        private Ban toBan() {
            BanTarget target = new BanTarget(
                    Optional.ofNullable(channel).map(ChannelName::of),
                    Optional.ofNullable(uid).map(UserId::of),
                    Optional.ofNullable(account).map(UserAccount::of),
                    Optional.ofNullable(userId).map(RtmUserId::of));
            AgoraRemoval removal = new AgoraRemoval(
                    Objects.requireNonNull(status),
                    ruleId == null ? OptionalLong.empty() : OptionalLong.of(ruleId),
                    Optional.ofNullable(ruleUntil).map(Instant::ofEpochSecond),
                    Optional.ofNullable(detail));
            return new Ban(
                    BanId.of(id),
                    ProjectName.of(project),
                    target,
                    Optional.ofNullable(reason),
                    Objects.requireNonNull(by),
                    Instant.ofEpochSecond(createdAt),
                    Instant.ofEpochSecond(until),
                    removal);
        }
    }
}
