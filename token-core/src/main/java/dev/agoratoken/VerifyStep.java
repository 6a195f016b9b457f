package dev.agoratoken;

import dev.agoratoken.token.AppId;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.time.Duration;
import java.time.Instant;

/**
 * A token to verify: name the {@link #channel} and the user ({@link #uid}, {@link #account} or {@link #userId}) of the
 * client, then call what it wants to do, such as {@link #toJoin} or {@link #toPublish}.
 *
 * <p>What is not named is not compared. A token for one channel or user is then accepted, with a warning such as {@code
 * CHANNEL_NOT_GIVEN}. What is named is compared, whatever the purpose. Names may be invalid: the verification reports
 * that.
 *
 * <p>The text must be the token alone, as an SDK expects it. A text that contains the token, such as {@code Bearer
 * 007...} or JSON, is rejected with {@code TOKEN_EXTRACTED}, and whitespace around it with {@code WHITESPACE}. {@link
 * #anywhereInText} verifies the token in it.
 *
 * <p>Immutable and thread-safe.
 */
public final class VerifyStep {
    private final Verifier verifier;
    private final boolean anywhere;
    private final VerificationRequest request;

    VerifyStep(Verifier verifier, boolean anywhere, VerificationRequest request) {
        this.verifier = verifier;
        this.anywhere = anywhere;
        this.request = request;
    }

    /**
     * Expects this channel; of a classroom, this room.
     *
     * @param channel the channel that the client passes to its SDK
     * @return a step that expects it
     * @throws dev.agoratoken.token.InvalidValueException if it has more than 1024 characters
     */
    public VerifyStep channel(String channel) {
        return expecting(request.expected().withChannel(Arguments.require("channel", channel)));
    }

    /**
     * Expects a client that joins with this uid. The last call of {@code uid}, {@link #uidOfInt}, {@link #account} and
     * {@link #anyUser} applies. Without a {@link #userId}, it is also the user who logs in to Signaling or Chat.
     *
     * @param uid 0 to 4294967295; 0 is a client that lets Agora choose its uid
     * @return a step that expects it
     * @throws dev.agoratoken.token.InvalidValueException if it is anything else; a negative {@code int} of the Android
     *     SDK is {@link #uidOfInt}
     */
    public VerifyStep uid(long uid) {
        Arguments.requireUnsigned(uid, 0);
        return user(ExpectedUser.number(uid));
    }

    /**
     * Expects a client that joins with this uid, as the Android SDK shows it: negative above 2147483647.
     *
     * @param uid the same 32 bits as an unsigned number; 0 is a client that lets Agora choose its uid
     * @return a step that expects it
     */
    public VerifyStep uidOfInt(int uid) {
        return uid(Integer.toUnsignedLong(uid));
    }

    /**
     * Expects a client that joins with this account. The last call of {@link #uid}, {@link #uidOfInt}, {@code account}
     * and {@link #anyUser} applies. Without a {@link #userId}, it is also the user who logs in to Signaling or Chat.
     *
     * @param account the account that the client passes to its SDK
     * @return a step that expects it
     * @throws dev.agoratoken.token.InvalidValueException if it has more than 1024 characters
     */
    public VerifyStep account(String account) {
        return user(ExpectedUser.account(Arguments.require("account", account)));
    }

    /**
     * Expects a client that joins with uid 0, for which Agora chooses the uid.
     *
     * @return a step that expects it
     */
    public VerifyStep anyUser() {
        return user(ExpectedUser.ANYONE);
    }

    /**
     * Expects this user of Signaling (RTM), Chat or the classroom. It is compared with the Signaling or Chat service of
     * the token also if the client joins a channel. Without a uid or account, it is the user who joins as well.
     *
     * @param userId the user id that the client passes to its SDK
     * @return a step that expects it
     * @throws dev.agoratoken.token.InvalidValueException if it has more than 1024 characters
     */
    public VerifyStep userId(String userId) {
        return expecting(request.expected().withUserId(Arguments.require("userId", userId)));
    }

    /**
     * Expects the App ID that the client uses, where that may be another than that of this project.
     *
     * @param appId 32 hexadecimal characters
     * @return a step that expects it
     * @throws dev.agoratoken.token.InvalidValueException if it is not 32 hexadecimal characters
     */
    public VerifyStep appId(String appId) {
        return expecting(request.expected().withAppId(AppId.of(Arguments.require("appId", appId))));
    }

    /**
     * Verifies the token in a text that contains it, such as a header, JSON, a URL or a log line that someone pasted; a
     * finding says where it was. Whitespace or quotes before the token remain an error, because a client may send
     * exactly that text.
     *
     * @return a step that accepts text around the token
     */
    public VerifyStep anywhereInText() {
        return new VerifyStep(verifier, true, request);
    }

    /**
     * Sets the time of the check; without it, the check is made now. A token that is valid at a later time lives at
     * least until then: {@code at(Instant.now().plus(Duration.ofMinutes(50)))}.
     *
     * @param time the moment at which the client uses the token
     * @return a step that checks then
     */
    public VerifyStep at(Instant time) {
        return new VerifyStep(verifier, anywhere, request.at(Arguments.require("time", time)));
    }

    /**
     * Tolerates a difference between this clock and Agora's.
     *
     * @param skew 0 seconds to 24 hours; 0 if this is not called
     * @return a step that tolerates it
     * @throws dev.agoratoken.token.InvalidValueException if it is anything else
     */
    public VerifyStep tolerating(Duration skew) {
        return new VerifyStep(verifier, anywhere, request.tolerating(Arguments.require("skew", skew)));
    }

    /**
     * Verifies that the client can join the channel.
     *
     * @return the verdict and all findings
     */
    public Verification toJoin() {
        return to(Purpose.JOIN);
    }

    /**
     * Verifies that the client can join the channel, and publish audio and video there. For only one of them, call
     * {@link #toPublishAudio} or {@link #toPublishVideo}; for data, {@link #toPublishData}.
     *
     * <p>The verdict is that of a project with co-host authentication. Without it, Agora lets every client of the
     * channel publish, which the finding {@code PUBLISH_NOT_ENFORCED} says.
     *
     * @return the verdict and all findings
     */
    public Verification toPublish() {
        return to(Purpose.PUBLISH);
    }

    /**
     * Verifies that the client can join the channel, and publish audio there.
     *
     * @return the verdict and all findings
     */
    public Verification toPublishAudio() {
        return to(Purpose.PUBLISH_AUDIO);
    }

    /**
     * Verifies that the client can join the channel, and publish video there.
     *
     * @return the verdict and all findings
     */
    public Verification toPublishVideo() {
        return to(Purpose.PUBLISH_VIDEO);
    }

    /**
     * Verifies that the client can join the channel, and publish data there.
     *
     * @return the verdict and all findings
     */
    public Verification toPublishData() {
        return to(Purpose.PUBLISH_DATA);
    }

    /**
     * Verifies that the client can log in to Signaling (RTM) as the {@link #userId}.
     *
     * @return the verdict and all findings
     */
    public Verification toLogInToRtm() {
        return to(Purpose.RTM_LOGIN);
    }

    /**
     * Verifies that the client can log in to Chat as the {@link #userId}.
     *
     * @return the verdict and all findings
     */
    public Verification toLogInToChat() {
        return to(Purpose.CHAT_USER);
    }

    /**
     * Verifies that the client can enter the classroom: the {@link #channel} is the room, the {@link #userId} the user.
     * The role is not compared; {@link Verification#inspection} has it.
     *
     * @return the verdict and all findings
     */
    public Verification toEnterRoom() {
        return to(Purpose.APAAS_ROOM_USER);
    }

    /**
     * Verifies that the client can do this. Never throws for a token, whatever its text.
     *
     * @param purpose what the client wants to do
     * @return the verdict and all findings
     */
    public Verification to(Purpose purpose) {
        return expecting(request.expected().withPurpose(Arguments.require("purpose", purpose)))
                .result();
    }

    /**
     * Verifies what is named, and no purpose. Never throws for a token, whatever its text.
     *
     * @return the verdict and all findings
     */
    public Verification result() {
        return (anywhere ? verifier : verifier.rejectingTextAround()).verify(request);
    }

    private VerifyStep user(ExpectedUser user) {
        return expecting(request.expected().withUser(user));
    }

    private VerifyStep expecting(Expectation expectation) {
        return new VerifyStep(verifier, anywhere, request.expecting(expectation));
    }
}
