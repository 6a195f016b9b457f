package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.grant.RequiredPrivilege.anyOf;
import static dev.agoratoken.verify.grant.RequiredPrivilege.each;

import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Fcdn;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Streaming;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.grant.RequiredPrivilege;
import java.util.List;

/** The privileges that a purpose requires. */
final class PurposeNeeds {
    private PurposeNeeds() {}

    static List<RequiredPrivilege> of(Purpose purpose) {
        return switch (purpose) {
            case JOIN -> each(Rtc.Privilege.JOIN_CHANNEL);
            case PUBLISH ->
                each(
                        Rtc.Privilege.JOIN_CHANNEL,
                        Rtc.Privilege.PUBLISH_AUDIO_STREAM,
                        Rtc.Privilege.PUBLISH_VIDEO_STREAM);
            case PUBLISH_AUDIO -> each(Rtc.Privilege.JOIN_CHANNEL, Rtc.Privilege.PUBLISH_AUDIO_STREAM);
            case PUBLISH_VIDEO -> each(Rtc.Privilege.JOIN_CHANNEL, Rtc.Privilege.PUBLISH_VIDEO_STREAM);
            case PUBLISH_DATA -> each(Rtc.Privilege.JOIN_CHANNEL, Rtc.Privilege.PUBLISH_DATA_STREAM);
            case RTM_LOGIN -> each(Rtm.Privilege.LOGIN);
            case CHAT_USER -> each(Chat.Privilege.USER);
            case CHAT_APP -> each(Chat.Privilege.APP);
            case APAAS_ROOM_USER -> each(Apaas.Privilege.ROOM_USER);
            case FPA -> each(Fpa.Privilege.LOGIN);
            case CONVO_AI, STT -> List.of();
            case STREAMING -> anyOf(Streaming.Privilege.PUBLISH_MIX_STREAM, Streaming.Privilege.PUBLISH_RAW_STREAM);
            case FCDN -> anyOf(Fcdn.Privilege.PUBLISH, Fcdn.Privilege.PLAY);
        };
    }
}
