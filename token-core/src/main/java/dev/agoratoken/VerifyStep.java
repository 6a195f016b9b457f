package dev.agoratoken;

import dev.agoratoken.token.AppId;
import dev.agoratoken.verify.Expectation;
import dev.agoratoken.verify.ExpectedUser;
import dev.agoratoken.verify.Purpose;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import java.time.Duration;
import java.time.Instant;

/**
 * A token to verify, and what the client is about to do with it. Whatever is not named is not checked. Names may be
 * invalid: the verification reports that. Immutable and thread-safe.
 */
public final class VerifyStep {
    private final Verifier verifier;
    private final VerificationRequest request;

    VerifyStep(Verifier verifier, VerificationRequest request) {
        this.verifier = verifier;
        this.request = request;
    }

    /**
     * Expects this channel; of a classroom, this room.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it has more than 1024 characters
     */
    public VerifyStep channel(String channel) {
        return expecting(request.expected().withChannel(Arguments.require("channel", channel)));
    }

    /**
     * Expects a client that joins with this uid.
     *
     * @param uid 0 to 4294967295; 0 is a client that lets Agora choose its uid
     * @throws dev.agoratoken.token.InvalidValueException if it is anything else; a negative {@code int} of the Android
     *     SDK is {@link #uidOfInt}
     */
    public VerifyStep uid(long uid) {
        Arguments.requireUnsigned(uid);
        return user(ExpectedUser.number(uid));
    }

    /** Expects a client that joins with this uid, as the Android SDK shows it: negative above 2147483647. */
    public VerifyStep uidOfInt(int uid) {
        return uid(Integer.toUnsignedLong(uid));
    }

    /**
     * Expects a client that joins with this account.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it has more than 1024 characters
     */
    public VerifyStep account(String account) {
        return user(ExpectedUser.account(Arguments.require("account", account)));
    }

    /** Expects a client that joins with uid 0, for which Agora chooses the uid. */
    public VerifyStep anyUser() {
        return user(ExpectedUser.ANYONE);
    }

    /**
     * Expects this user of Signaling (RTM), Chat or the classroom.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it has more than 1024 characters
     */
    public VerifyStep userId(String userId) {
        return expecting(request.expected().withUserId(Arguments.require("userId", userId)));
    }

    /**
     * Expects the App ID that the client uses, where that may be another than that of this project.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it is not 32 hexadecimal characters
     */
    public VerifyStep appId(String appId) {
        return expecting(request.expected().withAppId(AppId.of(Arguments.require("appId", appId))));
    }

    /** Sets the time of the check; without it, the check is made now. */
    public VerifyStep at(Instant time) {
        return new VerifyStep(verifier, request.at(Arguments.require("time", time)));
    }

    /**
     * Tolerates a difference between this clock and Agora's.
     *
     * @param difference 0 seconds to 24 hours; 0 if this is not called
     * @throws dev.agoratoken.token.InvalidValueException if it is anything else
     */
    public VerifyStep tolerating(Duration difference) {
        return new VerifyStep(verifier, request.tolerating(Arguments.require("difference", difference)));
    }

    /** Verifies that the client can join the channel. */
    public Verification toJoin() {
        return to(Purpose.JOIN);
    }

    /** Verifies that the client can join the channel, and publish audio and video there. */
    public Verification toPublish() {
        return to(Purpose.PUBLISH);
    }

    /** Verifies that the client can join the channel, and publish audio there. */
    public Verification toPublishAudio() {
        return to(Purpose.PUBLISH_AUDIO);
    }

    /** Verifies that the client can log in to Signaling (RTM). */
    public Verification toLogInToRtm() {
        return to(Purpose.RTM_LOGIN);
    }

    /** Verifies that the client can log in to Chat. */
    public Verification toLogInToChat() {
        return to(Purpose.CHAT_USER);
    }

    /** Verifies that the client can enter the classroom. */
    public Verification toEnterRoom() {
        return to(Purpose.APAAS_ROOM_USER);
    }

    /** Verifies that the client can do this. Never throws for a token, whatever its text. */
    public Verification to(Purpose purpose) {
        return expecting(request.expected().withPurpose(Arguments.require("purpose", purpose)))
                .result();
    }

    /** Verifies what is named, and no purpose. Never throws for a token, whatever its text. */
    public Verification result() {
        return verifier.verify(request);
    }

    private VerifyStep user(ExpectedUser user) {
        return expecting(request.expected().withUser(user));
    }

    private VerifyStep expecting(Expectation expectation) {
        return new VerifyStep(verifier, request.expecting(expectation));
    }
}
