package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.grant.RequiredPrivilege.anyOf;
import static dev.agoratoken.verify.grant.RequiredPrivilege.each;

import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Fcdn;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.Streaming;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.grant.RequiredPrivilege;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a purpose needs in a token.
 *
 * @param action the purpose in words, to follow "to"
 * @param service the service that the token must contain; see {@link #isServedBy}
 */
record PurposeNeeds(Purpose purpose, String action, ServiceType service, List<RequiredPrivilege> privileges) {
    private static final Map<Purpose, PurposeNeeds> ALL = new EnumMap<>(Purpose.class);

    static {
        for (Purpose purpose : Purpose.values()) {
            ALL.put(purpose, of(purpose));
        }
    }

    /** Returns the needs of the expected purpose; empty if none is expected. */
    static Optional<PurposeNeeds> of(Expectation expected) {
        return expected.purpose().map(ALL::get);
    }

    private static PurposeNeeds of(Purpose purpose) {
        return switch (purpose) {
            case JOIN -> inRtc(purpose, "join a channel");
            case PUBLISH ->
                inRtc(
                        purpose,
                        "publish in a channel",
                        Rtc.Privilege.PUBLISH_AUDIO_STREAM,
                        Rtc.Privilege.PUBLISH_VIDEO_STREAM);
            case PUBLISH_AUDIO -> inRtc(purpose, "publish audio in a channel", Rtc.Privilege.PUBLISH_AUDIO_STREAM);
            case PUBLISH_VIDEO -> inRtc(purpose, "publish video in a channel", Rtc.Privilege.PUBLISH_VIDEO_STREAM);
            case PUBLISH_DATA -> inRtc(purpose, "publish data in a channel", Rtc.Privilege.PUBLISH_DATA_STREAM);
            case RTM_LOGIN ->
                new PurposeNeeds(purpose, "log in to Signaling (RTM)", ServiceType.RTM, each(Rtm.Privilege.LOGIN));
            case CHAT_USER -> new PurposeNeeds(purpose, "sign in to Chat", ServiceType.CHAT, each(Chat.Privilege.USER));
            case CHAT_APP ->
                new PurposeNeeds(purpose, "call the Chat REST API", ServiceType.CHAT, each(Chat.Privilege.APP));
            case APAAS_ROOM_USER ->
                new PurposeNeeds(purpose, "enter a classroom", ServiceType.APAAS, each(Apaas.Privilege.ROOM_USER));
            case FPA -> new PurposeNeeds(purpose, "use FPA", ServiceType.FPA, each(Fpa.Privilege.LOGIN));
            case CONVO_AI -> new PurposeNeeds(purpose, "use Conversational AI", ServiceType.CONVO_AI, List.of());
            case STT -> new PurposeNeeds(purpose, "use speech-to-text", ServiceType.STT, List.of());
            case STREAMING ->
                new PurposeNeeds(
                        purpose,
                        "publish a stream",
                        ServiceType.STREAMING,
                        anyOf(Streaming.Privilege.PUBLISH_MIX_STREAM, Streaming.Privilege.PUBLISH_RAW_STREAM));
            case FCDN ->
                new PurposeNeeds(
                        purpose,
                        "publish to or play from the CDN",
                        ServiceType.FCDN,
                        anyOf(Fcdn.Privilege.PUBLISH, Fcdn.Privilege.PLAY));
        };
    }

    private static PurposeNeeds inRtc(Purpose purpose, String action, Rtc.Privilege... published) {
        List<RequiredPrivilege> privileges = new ArrayList<>(each(Rtc.Privilege.JOIN_CHANNEL));
        privileges.addAll(each(published));
        return new PurposeNeeds(purpose, action, ServiceType.RTC, List.copyOf(privileges));
    }

    /** Returns whether a service of that type is sufficient. */
    boolean isServedBy(ServiceType type) {
        return type == service || purpose == Purpose.RTM_LOGIN && type == ServiceType.RTM2;
    }

    /** Returns whether the action takes place in a channel. */
    boolean isInChannel() {
        return service.fields().contains(Field.CHANNEL);
    }

    /** Returns whether the API may also accept a token for RTC. */
    boolean worksWithRtc() {
        return purpose == Purpose.CONVO_AI || purpose == Purpose.STT;
    }
}
