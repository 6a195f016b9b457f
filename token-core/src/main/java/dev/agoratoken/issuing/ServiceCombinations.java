package dev.agoratoken.issuing;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ConvoAi;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.RoomRole;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.Stt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;

/**
 * Services that belong together in one token, as Agora's builders combine them
 * (docs/reference/token-format.md#official-builders; the recipe that C++, Go and Python agree on). Single services are
 * factory methods of their types: {@link Rtc#publisher}, {@link Rtm#login}, {@link Chat#user} and so on.
 */
public final class ServiceCombinations {
    private ServiceCombinations() {}

    /**
     * RTC and Signaling in one token: the official {@code buildTokenWithRtm} and {@code buildTokenWithRtm2}.
     *
     * @param rtc the channel with its user
     * @param rtmUserId the user of Signaling
     * @return both services
     */
    public static List<Service> rtcWithRtm(Rtc rtc, RtmUserId rtmUserId) {
        return List.of(rtc, Rtm.login(rtmUserId));
    }

    /**
     * Login to Signaling and joining a stream channel. Includes the privilege to publish data there only on request.
     *
     * @param userId the user of Signaling, who is the account in the channel as well
     * @param channel the stream channel
     * @param mayPublishData whether to include the privilege
     * @return both services
     */
    public static List<Service> streamChannel(RtmUserId userId, Channel channel, boolean mayPublishData) {
        EnumSet<Rtc.Privilege> privileges = EnumSet.of(Rtc.Privilege.JOIN_CHANNEL);
        if (mayPublishData) {
            privileges.add(Rtc.Privilege.PUBLISH_DATA_STREAM);
        }
        Rtc rtc = new Rtc(
                channel, UserAccount.of(userId.value()), GrantedPrivileges.of(privileges, PrivilegeExpiry.WITH_TOKEN));
        return List.of(rtc, Rtm.login(userId));
    }

    /**
     * A user in a room of Flexible Classroom: Signaling as the user, Chat as the MD5 of the user in 32 lower-case
     * hexadecimal digits, and the room itself.
     *
     * @param roomUuid the room to enter
     * @param userUuid the user who enters it
     * @param role what the settings of the room let the user do
     * @return the three services
     * @throws dev.agoratoken.token.InvalidValueException if Signaling does not accept the user
     */
    public static List<Service> apaasRoomUser(ApaasUuid roomUuid, ApaasUuid userUuid, RoomRole role) {
        Apaas room = Apaas.roomUser(roomUuid, userUuid, role);
        return List.of(Rtm.login(RtmUserId.of(userUuid.value())), Chat.user(chatUserOf(userUuid)), room);
    }

    /**
     * {@return the Chat user of a Flexible Classroom user: its MD5 in 32 lower-case hexadecimal digits}
     *
     * @param userUuid the user of the classroom
     */
    public static ChatUserId chatUserOf(ApaasUuid userUuid) {
        return ChatUserId.of(md5(userUuid.value()));
    }

    /**
     * Conversational AI: RTC, Signaling and the service itself.
     *
     * @param rtc the channel with its user
     * @param rtmUserId the user of Signaling
     * @return the three services
     */
    public static List<Service> convoAi(Rtc rtc, RtmUserId rtmUserId) {
        return List.of(rtc, Rtm.login(rtmUserId), new ConvoAi());
    }

    /**
     * Speech-to-text: RTC, Signaling and the service itself.
     *
     * @param rtc the channel with its user
     * @param rtmUserId the user of Signaling
     * @return the three services
     */
    public static List<Service> stt(Rtc rtc, RtmUserId rtmUserId) {
        return List.of(rtc, Rtm.login(rtmUserId), new Stt());
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has MD5", e);
        }
    }
}
