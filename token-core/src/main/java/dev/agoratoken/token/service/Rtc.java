package dev.agoratoken.token.service;

import static dev.agoratoken.token.service.PrivilegeExpiry.WITH_TOKEN;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;
import java.util.EnumSet;
import java.util.List;

/**
 * Voice and video (RTC): join a channel as a user and, with more privileges, publish there. Type 1.
 *
 * @param channel one channel, or a pattern
 * @param user the user in it
 * @param privileges what the token allows, and until when
 */
public record Rtc(Channel channel, User user, GrantedPrivileges<Privilege> privileges) implements ChannelService {
    private static final GrantedPrivileges<Privilege> PUBLISHER =
            GrantedPrivileges.of(EnumSet.allOf(Privilege.class), WITH_TOKEN);
    private static final GrantedPrivileges<Privilege> SUBSCRIBER =
            GrantedPrivileges.of(EnumSet.of(Privilege.JOIN_CHANNEL), WITH_TOKEN);

    /**
     * Joins and publishes audio, video and data, until the token expires.
     *
     * @param channel one channel, or a pattern
     * @param user the user in it
     * @return the service
     */
    public static Rtc publisher(Channel channel, User user) {
        return new Rtc(channel, user, PUBLISHER);
    }

    /**
     * Joins and listens, until the token expires.
     *
     * @param channel one channel, or a pattern
     * @param user the user in it
     * @return the service
     */
    public static Rtc subscriber(Channel channel, User user) {
        return new Rtc(channel, user, SUBSCRIBER);
    }

    /**
     * Grants the privileges of a role, until the token expires.
     *
     * @param role publisher or subscriber
     * @param channel one channel, or a pattern
     * @param user the user in it
     * @return the service
     */
    public static Rtc withRole(Role role, Channel channel, User user) {
        return new Rtc(channel, user, role == Role.PUBLISHER ? PUBLISHER : SUBSCRIBER);
    }

    /**
     * Grants the privileges of a role, each with the same expiry.
     *
     * @param role publisher or subscriber
     * @param channel one channel, or a pattern
     * @param user the user in it
     * @param expiry when its privileges expire
     * @return the service
     */
    public static Rtc withRole(Role role, Channel channel, User user, PrivilegeExpiry expiry) {
        return new Rtc(
                channel,
                user,
                GrantedPrivileges.of(
                        withRole(role, channel, user).privileges.ends().keySet(), expiry));
    }

    @Override
    public ServiceContent content() {
        return new ServiceContent(
                ServiceType.RTC,
                privileges.entries(),
                List.of(new FieldValue.Text(channel.value()), new FieldValue.Text(user.value())));
    }

    /** The privileges of RTC. */
    public enum Privilege implements dev.agoratoken.token.service.Privilege {
        /** Join the channel, and listen. Every other privilege needs it. */
        JOIN_CHANNEL,
        /** Publish audio. Enforced only while co-host authentication is on for the project. */
        PUBLISH_AUDIO_STREAM,
        /** Publish video. Enforced only while co-host authentication is on for the project. */
        PUBLISH_VIDEO_STREAM,
        /** Publish data. Enforced only while co-host authentication is on for the project. */
        PUBLISH_DATA_STREAM
    }
}
