package dev.agoratoken.verify.expectation;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;

/**
 * What the client is about to do with a token. Absent components are not checked. Names may be invalid, because
 * verification reports that.
 *
 * @param appId the App ID that the client uses
 * @param channel the channel, or the room of a classroom
 * @param user the user who joins the channel
 * @param userId the user who logs in to Signaling or Chat, or enters the classroom
 * @param purpose what the client wants to do
 */
public record Expectation(
        Optional<AppId> appId,
        Optional<String> channel,
        Optional<ExpectedUser> user,
        Optional<String> userId,
        Optional<Purpose> purpose) {
    /** No expectation. */
    public static final Expectation NONE =
            new Expectation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Creates an expectation.
     *
     * @throws InvalidValueException if a name has more than 1024 characters or an unpaired surrogate
     */
    public Expectation {
        channel.ifPresent(name -> NameLimits.require("channel", name));
        userId.ifPresent(name -> NameLimits.require("userId", name));
    }

    /**
     * {@return a name that a token can be compared with}
     *
     * @param text a name that a client passes to its SDK
     * @throws InvalidValueException if it has more than 1024 characters or an unpaired surrogate
     */
    public static String name(String text) {
        NameLimits.require("name", text);
        return text;
    }

    /**
     * {@return this expectation with an App ID}
     *
     * @param id the App ID that the client uses
     */
    public Expectation withAppId(AppId id) {
        return new Expectation(Optional.of(id), channel, user, userId, purpose);
    }

    /**
     * {@return this expectation with a channel or room}
     *
     * @param name the channel that the client passes to its SDK
     */
    public Expectation withChannel(String name) {
        return new Expectation(appId, Optional.of(name), user, userId, purpose);
    }

    /**
     * {@return this expectation with the user who joins the channel}
     *
     * @param joining what the client passes to its join call
     */
    public Expectation withUser(ExpectedUser joining) {
        return new Expectation(appId, channel, Optional.of(joining), userId, purpose);
    }

    /**
     * {@return this expectation with the user who logs in}
     *
     * @param id the user id that the client passes to its SDK
     */
    public Expectation withUserId(String id) {
        return new Expectation(appId, channel, user, Optional.of(id), purpose);
    }

    /**
     * {@return this expectation with a purpose}
     *
     * @param purpose what the client wants to do
     */
    public Expectation withPurpose(Purpose purpose) {
        return new Expectation(appId, channel, user, userId, Optional.of(purpose));
    }
}
