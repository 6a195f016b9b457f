package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.policy.rule.RequestedService;
import dev.agoratoken.issuing.policy.rule.RequestedUser;
import dev.agoratoken.text.Wildcard;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.ServiceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a ban is about: a channel, a user, or a user in a channel. One person can have a number and an account in
 * channels, and a user id in Signaling, Chat and Flexible Classroom.
 *
 * @param channel a channel or classroom; empty for every one
 * @param uid the number of the user in channels, which its digits as an account stand for as well
 * @param account the account of the user in channels
 * @param userId the user id in services without numeric users
 */
public record BanTarget(
        Optional<ChannelName> channel,
        Optional<UserId> uid,
        Optional<UserAccount> account,
        Optional<RtmUserId> userId) {
    /**
     * Creates a target.
     *
     * @throws InvalidValueException if it names neither a channel nor a user
     */
    public BanTarget {
        if (channel.isEmpty() && uid.isEmpty() && account.isEmpty() && userId.isEmpty()) {
            throw new InvalidValueException(
                    "channel",
                    "neither a channel nor a user",
                    "set channel, or one of uid, account and userId, or both");
        }
    }

    /** Creates a target for all users of a channel. */
    public static BanTarget of(ChannelName channel) {
        return new BanTarget(Optional.of(channel), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Creates a target for a number in channels. */
    public static BanTarget of(UserId uid) {
        return new BanTarget(Optional.empty(), Optional.of(uid), Optional.empty(), Optional.empty());
    }

    /** Creates a target for an account in channels. */
    public static BanTarget of(UserAccount account) {
        return new BanTarget(Optional.empty(), Optional.empty(), Optional.of(account), Optional.empty());
    }

    /** Creates a target for a user id of Signaling, Chat or Flexible Classroom. */
    public static BanTarget of(RtmUserId userId) {
        return new BanTarget(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(userId));
    }

    /** Returns the same user, only in this channel. */
    public BanTarget in(ChannelName only) {
        return new BanTarget(Optional.of(only), uid, account, userId);
    }

    /** Whether it names a user. */
    public boolean namesUser() {
        return uid.isPresent() || account.isPresent() || userId.isPresent();
    }

    /** The named users, in the terms of rules. */
    List<RequestedUser> users() {
        List<RequestedUser> users = new ArrayList<>();
        uid.map(RequestedUser::of).ifPresent(users::add);
        account.map(RequestedUser::of).ifPresent(users::add);
        userId.map(RtmUserId::value).map(RequestedUser::of).ifPresent(users::add);
        return users;
    }

    /**
     * Whether the banned user could use a token with this service, or the service reaches the banned channel; with a
     * channel and a user, both. App tokens are not within any ban: they are for servers, and name no user.
     */
    boolean covers(RequestedService asked) {
        return !asked.isForTheApp()
                && (channel.isEmpty() || asked.reaches(channel.get().value()))
                && (!namesUser() || asked.holders().anyMatch(holder -> isHolder(holder, asked.type())));
    }

    /** Every text by which a token can name the user. */
    Stream<String> userNames() {
        return Stream.of(
                        uid.map(UserId::value),
                        account.map(UserAccount::value),
                        userId.map(RtmUserId::value),
                        classroomChatUser().findFirst())
                .flatMap(Optional::stream)
                .distinct();
    }

    private boolean isHolder(RequestedUser holder, ServiceType service) {
        return names(holder, service).anyMatch(name -> Wildcard.matches(holder.text(), name));
    }

    private Stream<String> names(RequestedUser holder, ServiceType service) {
        if (!holder.isUserId()) {
            return Stream.concat(uid.map(UserId::value).stream(), account.map(UserAccount::value).stream());
        }
        return service == ServiceType.CHAT
                ? Stream.concat(userId.map(RtmUserId::value).stream(), classroomChatUser())
                : userId.map(RtmUserId::value).stream();
    }

    private Stream<String> classroomChatUser() {
        return userId.map(RtmUserId::value).map(ApaasUuid::of).map(ServiceCombinations::chatUserOf).stream()
                .map(ChatUserId::value);
    }
}
