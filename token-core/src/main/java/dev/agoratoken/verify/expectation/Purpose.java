package dev.agoratoken.verify.expectation;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.ServiceType;
import java.util.Arrays;
import java.util.List;

/** The action that a client tries to do with a token. */
public enum Purpose {
    /** Join an RTC channel. */
    JOIN("join", "join a channel", ServiceType.RTC),
    /** Join an RTC channel, and publish both audio and video; data is not required. */
    PUBLISH("publish", "publish in a channel", ServiceType.RTC),
    /** Join an RTC channel, and publish audio. */
    PUBLISH_AUDIO("publishAudio", "publish audio in a channel", ServiceType.RTC),
    /** Join an RTC channel, and publish video. */
    PUBLISH_VIDEO("publishVideo", "publish video in a channel", ServiceType.RTC),
    /** Join an RTC channel, and publish data. */
    PUBLISH_DATA("publishData", "publish data in a channel", ServiceType.RTC),
    /** Log in to Signaling (RTM). */
    RTM_LOGIN("rtmLogin", "log in to Signaling (RTM)", ServiceType.RTM),
    /** Sign in to Chat as a user. */
    CHAT_USER("chatUser", "sign in to Chat", ServiceType.CHAT),
    /** Call the REST API of Chat. */
    CHAT_APP("chatApp", "call the Chat REST API", ServiceType.CHAT),
    /** Enter a room of Flexible Classroom. */
    APAAS_ROOM_USER("apaasRoomUser", "enter a classroom", ServiceType.APAAS),
    /** Use full-path acceleration. */
    FPA("fpa", "use FPA", ServiceType.FPA),
    /** Use Conversational AI. */
    CONVO_AI("convoai", "use Conversational AI", ServiceType.CONVO_AI),
    /** Use speech-to-text. */
    STT("stt", "use speech-to-text", ServiceType.STT),
    /** Publish a mixed or a raw stream; either privilege is sufficient. */
    STREAMING("streaming", "publish a stream", ServiceType.STREAMING),
    /** Publish to Fusion CDN, or play from it; either privilege is sufficient. */
    FCDN("fcdn", "publish to or play from the CDN", ServiceType.FCDN);

    private final String label;
    private final String description;
    private final ServiceType service;

    Purpose(String label, String description, ServiceType service) {
        this.label = label;
        this.description = description;
        this.service = service;
    }

    /** {@return the name in JSON and on the command line} */
    public String label() {
        return label;
    }

    /** {@return the action in words, to follow "to"} */
    public String description() {
        return description;
    }

    /** {@return the service that the token must contain; see {@link #isServedBy}} */
    public ServiceType service() {
        return service;
    }

    /**
     * {@return whether a service is sufficient for the action}
     *
     * @param type the type of the service
     */
    public boolean isServedBy(ServiceType type) {
        return type == service || this == RTM_LOGIN && type == ServiceType.RTM2;
    }

    /** {@return whether the action takes place in a channel} */
    public boolean isInChannel() {
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
