package dev.agoratoken.token.service;

import static dev.agoratoken.token.service.PrivilegeExpiry.WITH_TOKEN;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;
import java.util.EnumSet;
import java.util.List;

/** Voice and video (RTC): join a channel as a user and, with the privileges for it, publish there. Type 1. */
public record Rtc(Channel channel, User user, GrantedPrivileges<Privilege> privileges) implements ChannelService {
    private static final GrantedPrivileges<Privilege> PUBLISHER =
            GrantedPrivileges.of(EnumSet.allOf(Privilege.class), WITH_TOKEN);
    private static final GrantedPrivileges<Privilege> SUBSCRIBER =
            GrantedPrivileges.of(EnumSet.of(Privilege.JOIN_CHANNEL), WITH_TOKEN);

    /** Joins and publishes audio, video and data, as long as the token is good. */
    public static Rtc publisher(Channel channel, User user) {
        return new Rtc(channel, user, PUBLISHER);
    }

    /** Joins and listens, as long as the token is good. */
    public static Rtc subscriber(Channel channel, User user) {
        return new Rtc(channel, user, SUBSCRIBER);
    }

    /** What that role may do, as long as the token is good. */
    public static Rtc as(Role role, Channel channel, User user) {
        return new Rtc(channel, user, role == Role.PUBLISHER ? PUBLISHER : SUBSCRIBER);
    }

    /** What that role may do, each privilege with the same end. */
    public static Rtc as(Role role, Channel channel, User user, PrivilegeExpiry expiry) {
        return new Rtc(
                channel,
                user,
                GrantedPrivileges.of(as(role, channel, user).privileges.ends().keySet(), expiry));
    }

    @Override
    public ServiceContent content() {
        return new ServiceContent(
                ServiceType.RTC,
                privileges.entries(),
                List.of(new FieldValue.Text(channel.value()), new FieldValue.Text(user.value())));
    }

    /** What a user may do in a channel. */
    public enum Privilege implements dev.agoratoken.token.service.Privilege {
        JOIN_CHANNEL,
        /** Enforced only while co-host authentication is on for the project, like the other two. */
        PUBLISH_AUDIO_STREAM,
        PUBLISH_VIDEO_STREAM,
        PUBLISH_DATA_STREAM
    }
}
