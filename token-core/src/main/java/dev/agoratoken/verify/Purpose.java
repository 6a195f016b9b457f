package dev.agoratoken.verify;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Fcdn;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.Streaming;
import dev.agoratoken.verify.grant.RequiredPrivilege;
import java.util.Arrays;
import java.util.List;

/** The action that a client tries to do with a token, and the privileges that it requires. */
public enum Purpose {
    /** Join an RTC channel. */
    JOIN("join", "join a channel", ServiceType.RTC, RequiredPrivilege.each(Rtc.Privilege.JOIN_CHANNEL)),
    /** Join an RTC channel, and publish both audio and video; data is not required. */
    PUBLISH(
            "publish",
            "publish in a channel",
            ServiceType.RTC,
            RequiredPrivilege.each(
                    Rtc.Privilege.JOIN_CHANNEL,
                    Rtc.Privilege.PUBLISH_AUDIO_STREAM,
                    Rtc.Privilege.PUBLISH_VIDEO_STREAM)),
    /** Join an RTC channel, and publish audio. */
    PUBLISH_AUDIO(
            "publishAudio",
            "publish audio in a channel",
            ServiceType.RTC,
            RequiredPrivilege.each(Rtc.Privilege.JOIN_CHANNEL, Rtc.Privilege.PUBLISH_AUDIO_STREAM)),
    /** Join an RTC channel, and publish video. */
    PUBLISH_VIDEO(
            "publishVideo",
            "publish video in a channel",
            ServiceType.RTC,
            RequiredPrivilege.each(Rtc.Privilege.JOIN_CHANNEL, Rtc.Privilege.PUBLISH_VIDEO_STREAM)),
    /** Join an RTC channel, and publish data. */
    PUBLISH_DATA(
            "publishData",
            "publish data in a channel",
            ServiceType.RTC,
            RequiredPrivilege.each(Rtc.Privilege.JOIN_CHANNEL, Rtc.Privilege.PUBLISH_DATA_STREAM)),
    /** Log in to Signaling (RTM). */
    RTM_LOGIN("rtmLogin", "log in to Signaling (RTM)", ServiceType.RTM, RequiredPrivilege.each(Rtm.Privilege.LOGIN)),
    /** Sign in to Chat as a user. */
    CHAT_USER("chatUser", "sign in to Chat", ServiceType.CHAT, RequiredPrivilege.each(Chat.Privilege.USER)),
    /** Call the REST API of Chat. */
    CHAT_APP("chatApp", "call the Chat REST API", ServiceType.CHAT, RequiredPrivilege.each(Chat.Privilege.APP)),
    /** Enter a room of Flexible Classroom. */
    APAAS_ROOM_USER(
            "apaasRoomUser", "enter a classroom", ServiceType.APAAS, RequiredPrivilege.each(Apaas.Privilege.ROOM_USER)),
    /** Use full-path acceleration. */
    FPA("fpa", "use FPA", ServiceType.FPA, RequiredPrivilege.each(Fpa.Privilege.LOGIN)),
    /** Use Conversational AI. */
    CONVO_AI("convoai", "use Conversational AI", ServiceType.CONVO_AI, List.of()),
    /** Use speech-to-text. */
    STT("stt", "use speech-to-text", ServiceType.STT, List.of()),
    /** Publish a mixed or a raw stream; either privilege is sufficient. */
    STREAMING(
            "streaming",
            "publish a stream",
            ServiceType.STREAMING,
            RequiredPrivilege.anyOf(Streaming.Privilege.PUBLISH_MIX_STREAM, Streaming.Privilege.PUBLISH_RAW_STREAM)),
    /** Publish to Fusion CDN, or play from it; either privilege is sufficient. */
    FCDN(
            "fcdn",
            "publish to or play from the CDN",
            ServiceType.FCDN,
            RequiredPrivilege.anyOf(Fcdn.Privilege.PUBLISH, Fcdn.Privilege.PLAY));

    private final String label;
    private final String description;
    private final ServiceType service;
    private final List<RequiredPrivilege> needs;

    Purpose(String label, String description, ServiceType service, List<RequiredPrivilege> needs) {
        this.label = label;
        this.description = description;
        this.service = service;
        this.needs = needs;
    }

    /** {@return the name in JSON and on the command line} */
    public String label() {
        return label;
    }

    /** Returns the action in words, to follow "to". */
    String description() {
        return description;
    }

    /** Returns the service that the token must contain. */
    ServiceType service() {
        return service;
    }

    /** Returns the required privileges. */
    List<RequiredPrivilege> needs() {
        return needs;
    }

    /** Returns whether a service of that type is sufficient. */
    boolean isServedBy(ServiceType type) {
        return type == service || this == RTM_LOGIN && type == ServiceType.RTM2;
    }

    /** Returns whether the action takes place in a channel. */
    boolean isInChannel() {
        return service.fields().contains(Field.CHANNEL);
    }

    /**
     * {@return the purpose with a label}
     *
     * @param name such as {@code publish}; any text
     * @throws InvalidValueException if no purpose has it
     */
    public static Purpose fromLabel(String name) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "purpose", Printable.quote(name) + " is unknown", DidYouMean.among(name, labels())));
    }

    private static List<String> labels() {
        return Arrays.stream(values()).map(Purpose::label).toList();
    }
}
