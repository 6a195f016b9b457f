package dev.agoratoken.verify.expectation;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.Arrays;
import java.util.List;

/** The action that a client tries to do with a token. */
public enum Purpose {
    /** Join an RTC channel. */
    JOIN("join"),
    /** Join an RTC channel, and publish both audio and video; data is not required. */
    PUBLISH("publish"),
    /** Join an RTC channel, and publish audio. */
    PUBLISH_AUDIO("publishAudio"),
    /** Join an RTC channel, and publish video. */
    PUBLISH_VIDEO("publishVideo"),
    /** Join an RTC channel, and publish data. */
    PUBLISH_DATA("publishData"),
    /** Log in to Signaling (RTM). */
    RTM_LOGIN("rtmLogin"),
    /** Sign in to Chat as a user. */
    CHAT_USER("chatUser"),
    /** Call the REST API of Chat. */
    CHAT_APP("chatApp"),
    /** Enter a room of Flexible Classroom. */
    APAAS_ROOM_USER("apaasRoomUser"),
    /** Use full-path acceleration. */
    FPA("fpa"),
    /** Use Conversational AI. */
    CONVO_AI("convoai"),
    /** Use speech-to-text. */
    STT("stt"),
    /** Publish a mixed or a raw stream; either privilege is sufficient. */
    STREAMING("streaming"),
    /** Publish to Fusion CDN, or play from it; either privilege is sufficient. */
    FCDN("fcdn");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /** {@return the name in JSON and on the command line} */
    public String label() {
        return label;
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
