package dev.agoratoken.verify;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;

/**
 * What somebody tried to do when a token was refused. What is left open is not checked. Names may be illegal: that they
 * are is one of the things to find out.
 *
 * @param channel the channel, or the room of a classroom
 * @param user who joins the channel
 * @param userId who logs in to Signaling or Chat, or enters the classroom
 */
public record Expectation(
        Optional<AppId> appId,
        Optional<String> channel,
        Optional<ExpectedUser> user,
        Optional<String> userId,
        Optional<Purpose> purpose) {
    /** Nothing is known of it. */
    public static final Expectation NONE =
            new Expectation(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Takes them as they are.
     *
     * @throws InvalidValueException if a name has more than 1024 characters, or half a character of UTF-16
     */
    public Expectation {
        channel.ifPresent(name -> NameLimits.check("channel", name));
        userId.ifPresent(name -> NameLimits.check("userId", name));
    }

    /**
     * That name, if a token can be held against it at all.
     *
     * @throws InvalidValueException if it has more than 1024 characters, or half a character of UTF-16
     */
    public static String name(String text) {
        NameLimits.check("name", text);
        return text;
    }

    /** Whether nothing says which services of a token are meant. */
    boolean isOpen() {
        return channel.isEmpty() && user.isEmpty() && userId.isEmpty() && purpose.isEmpty();
    }

    public Expectation withAppId(AppId id) {
        return new Expectation(Optional.of(id), channel, user, userId, purpose);
    }

    public Expectation withChannel(String name) {
        return new Expectation(appId, Optional.of(name), user, userId, purpose);
    }

    public Expectation withUser(ExpectedUser joining) {
        return new Expectation(appId, channel, Optional.of(joining), userId, purpose);
    }

    public Expectation withUserId(String id) {
        return new Expectation(appId, channel, user, Optional.of(id), purpose);
    }

    public Expectation withPurpose(Purpose deed) {
        return new Expectation(appId, channel, user, userId, Optional.of(deed));
    }
}
