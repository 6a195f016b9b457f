package dev.agoratoken;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.SaltSource;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenMint;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ConvoAi;
import dev.agoratoken.token.service.Fcdn;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.RoomRole;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.Streaming;
import dev.agoratoken.token.service.Stt;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes, reads and verifies the tokens of one Agora project.
 *
 * <pre>{@code
 * AgoraTokens tokens = AgoraTokens.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b");
 * String token = tokens.rtc("testing").uid(1234).role(Role.PUBLISHER).expiresIn(Duration.ofHours(1)).token();
 * Verification check = tokens.verify(token).channel("testing").uid(1234).toPublish();
 * System.out.println(check.accepted());
 * }</pre>
 *
 * <p>Create one instance for a project and keep it: it is immutable and thread-safe, and there is nothing to close. It
 * knows no callers: decide who may have which token before you make one.
 *
 * <p>Every method rejects invalid arguments with an {@link InvalidValueException} that names the argument, what is wrong
 * and what is valid; {@code null} is one of them. Only a {@code null} {@link Integer} or {@link Long} passed as a number,
 * such as a uid, is a {@link NullPointerException} of Java, which cannot convert it. {@code toString} never shows a
 * certificate or token.
 */
public final class AgoraTokens {
    private final Project project;
    private final InstantSource clock;
    private final SaltSource salts;
    private final TokenFormat format;
    private final TokenMint mint;

    private AgoraTokens(Project project, InstantSource clock, SaltSource salts, TokenFormat format) {
        this.project = project;
        this.clock = clock;
        this.salts = salts;
        this.format = format;
        this.mint = new TokenMint(project, clock, salts);
    }

    /**
     * Creates the tokens of a project, with the system clock, salts that do not repeat, and format 007.
     *
     * @param appId 32 hexadecimal characters, from the project in the Agora Console. It is the first argument: clients
     *     know it, and every token shows it
     * @param appCertificate the primary certificate of the project: 32 hexadecimal characters. Keep it on the server
     * @return the tokens of that project
     * @throws InvalidValueException if either is anything else
     */
    public static AgoraTokens of(String appId, String appCertificate) {
        return of(Project.of(Arguments.require("appId", appId), Arguments.require("appCertificate", appCertificate)));
    }

    /**
     * Creates the tokens of a project, with the system clock, salts that do not repeat, and format 007.
     *
     * @param project its first certificate signs, all of them verify
     * @return the tokens of that project
     */
    public static AgoraTokens of(Project project) {
        return new AgoraTokens(
                Arguments.require("project", project),
                InstantSource.system(),
                SaltSource.nonRepeating(),
                TokenFormat.V007);
    }

    /**
     * Adds a certificate that verifies tokens and signs none, to replace a certificate without interruption. Each call
     * adds one more.
     *
     * @param appCertificate the secondary certificate of the project: 32 hexadecimal characters
     * @return the same tokens with one more certificate
     * @throws InvalidValueException if it is anything else
     */
    public AgoraTokens withSecondaryCertificate(String appCertificate) {
        AppCertificate secondary = AppCertificate.of(Arguments.require("appCertificate", appCertificate));
        List<AppCertificate> all = Stream.concat(project.certificates().stream(), Stream.of(secondary))
                .toList();
        return new AgoraTokens(new Project(project.name(), project.appId(), all), clock, salts, format);
    }

    /**
     * Uses another clock, such as a fixed one in tests.
     *
     * @param clock thread-safe; it returns a time from 1970 to 2106, and what it throws is not caught
     * @return the same tokens with that clock
     */
    public AgoraTokens withClock(InstantSource clock) {
        return new AgoraTokens(project, Arguments.require("clock", clock), salts, format);
    }

    /**
     * Uses another source of salts, such as a fixed one in tests.
     *
     * @param salts thread-safe; it returns a salt for each call, and what it throws is not caught
     * @return the same tokens with that source
     */
    public AgoraTokens withSalts(SaltSource salts) {
        return new AgoraTokens(project, clock, Arguments.require("salts", salts), format);
    }

    /**
     * Makes tokens in another format. Format 006 is for SDKs of before 2022, and contains exactly one RTC or one
     * Signaling service, without wildcard patterns.
     *
     * @param format the format of the tokens; 007 unless this is called
     * @return the same tokens in that format; {@code verify} accepts both formats
     */
    public AgoraTokens withFormat(TokenFormat format) {
        return new AgoraTokens(project, clock, salts, Arguments.require("format", format));
    }

    /**
     * Starts a token for voice and video (RTC). Replaces Agora's {@index RtcTokenBuilder2} and {@index RtcTokenBuilder}
     * with {@index buildTokenWithUid}, {@index buildTokenWithUserAccount}, {@index buildTokenWithRtm} and {@index
     * buildTokenWithRtm2}.
     *
     * @param channel 1 to 64 of the 89 characters that Agora allows; case matters
     * @return a step that needs the user of the channel
     * @throws InvalidValueException if it is anything else
     */
    public UserStep<RtcGrantStep> rtc(String channel) {
        return rtc(ChannelName.of(Arguments.requireNoPattern(
                "channel", channel, ChannelPattern::of, "remove it, or call rtc(ChannelPattern.of(%s))")));
    }

    /**
     * Starts a token for voice and video (RTC), for one channel or those that a pattern matches.
     *
     * @param channel a {@link ChannelName} or a {@link ChannelPattern}
     * @return a step that needs the user of the channel
     */
    public UserStep<RtcGrantStep> rtc(Channel channel) {
        Arguments.require("channel", channel);
        return new UserStep<>(user -> new RtcGrantStep(this, channel, user));
    }

    /**
     * Starts a token for the login to Signaling (RTM). Replaces Agora's {@index RtmTokenBuilder2} and {@index
     * RtmTokenBuilder}.
     *
     * @param userId 1 to 64 of the 89 characters that Agora allows; not {@code "0"}
     * @return a step that needs the lifetime
     * @throws InvalidValueException if Signaling does not accept it
     */
    public LifetimeStep rtm(String userId) {
        return lifetime(Rtm.login(rtmUser(userId)));
    }

    /**
     * Starts a token for Signaling with permissions (RTM2), which Agora must enable for a project. {@link #rtm} is the
     * token of the Signaling SDKs, those of version 2 included.
     *
     * @param userId 1 to 64 of the 89 characters that Agora allows; not {@code "0"}
     * @param permissions what the user may read and write; {@link Permissions#NONE} for the login alone
     * @return a step that needs the lifetime
     * @throws InvalidValueException if Signaling does not accept it
     */
    public LifetimeStep rtm2(String userId, Permissions permissions) {
        return lifetime(Rtm2.login(rtmUser(userId), Arguments.require("permissions", permissions)));
    }

    /**
     * Starts a token for the login to Chat. Replaces {@code buildUserToken} of Agora's {@index ChatTokenBuilder2}.
     *
     * @param userId 1 to 64 of a-z (no upper case), 0-9, {@code _}, {@code -} and {@code .}
     * @return a step that needs the lifetime
     * @throws InvalidValueException if it is anything else
     */
    public LifetimeStep chatUser(String userId) {
        return lifetime(Chat.user(ChatUserId.of(Arguments.require("userId", userId))));
    }

    /**
     * Starts a token for the REST API of Chat. It allows everything in the app's Chat: keep it on servers.
     *
     * @return a step that needs the lifetime
     */
    public LifetimeStep chatApp() {
        return lifetime(Chat.app());
    }

    /**
     * Starts a token for a user in a room of Flexible Classroom, with the logins to Signaling and Chat that belong to
     * it. Replaces {@index buildRoomUserToken} of Agora's {@index ApaasTokenBuilder} and {@index
     * EducationTokenBuilder2}.
     *
     * @param roomUuid 1 to 64 of the 89 characters that Agora allows
     * @param userUuid the same; not {@code "0"}
     * @param role as the client passes it to the classroom SDK: 0 audience, 1 teacher, 2 student, 3 assistant; to 32767
     * @return a step that needs the lifetime
     * @throws InvalidValueException if one of them is anything else
     */
    public LifetimeStep apaasRoomUser(String roomUuid, String userUuid, int role) {
        List<? extends Service> services =
                ServiceCombinations.apaasRoomUser(uuid("roomUuid", roomUuid), userUuid(userUuid), RoomRole.of(role));
        return new LifetimeStep(this, () -> services);
    }

    /**
     * Starts a token for the REST API of Flexible Classroom as a user.
     *
     * @param userUuid 1 to 64 of the 89 characters that Agora allows; not {@code "0"}
     * @return a step that needs the lifetime
     * @throws InvalidValueException if it is anything else
     */
    public LifetimeStep apaasUser(String userUuid) {
        return lifetime(Apaas.user(userUuid(userUuid)));
    }

    /**
     * Starts a token for the REST API of Flexible Classroom as the app: keep it on servers.
     *
     * @return a step that needs the lifetime
     */
    public LifetimeStep apaasApp() {
        return lifetime(Apaas.app());
    }

    /**
     * Starts a token for Conversational AI, with the RTC and Signaling services that belong to it.
     *
     * @param channel 1 to 64 of the 89 characters that Agora allows; case matters
     * @return a step that needs the user of the channel
     * @throws InvalidValueException if it is anything else
     */
    public UserStep<RoleStep> convoAi(String channel) {
        return withRtcAndRtm(channel, new ConvoAi());
    }

    /**
     * Starts a token for speech-to-text, with the RTC and Signaling services that belong to it.
     *
     * @param channel 1 to 64 of the 89 characters that Agora allows; case matters
     * @return a step that needs the user of the channel
     * @throws InvalidValueException if it is anything else
     */
    public UserStep<RoleStep> stt(String channel) {
        return withRtcAndRtm(channel, new Stt());
    }

    /**
     * Starts a token for Streaming: publishing mixed or raw streams of a channel. Agora has no builder for it.
     *
     * @param channel 1 to 64 of the 89 characters that Agora allows; case matters
     * @return a step that needs the user of the channel
     * @throws InvalidValueException if it is anything else
     */
    public UserStep<AllowStep<Streaming.Privilege>> streaming(String channel) {
        ChannelName name = channelName(channel);
        return new UserStep<>(user -> new AllowStep<>(this, privileges -> new Streaming(name, user, privileges)));
    }

    /**
     * Starts a token for Fusion CDN: publishing or playing a channel. Agora has no builder for it.
     *
     * @param channel 1 to 64 of the 89 characters that Agora allows; case matters
     * @return a step that needs the user of the channel
     * @throws InvalidValueException if it is anything else
     */
    public UserStep<AllowStep<Fcdn.Privilege>> fcdn(String channel) {
        ChannelName name = channelName(channel);
        return new UserStep<>(user -> new AllowStep<>(this, privileges -> new Fcdn(name, user, privileges)));
    }

    /**
     * Starts a token for full-path acceleration (FPA). Agora's {@index FpaTokenBuilder} makes it for 24 hours.
     *
     * @return a step that needs the lifetime
     */
    public LifetimeStep fpa() {
        return lifetime(Fpa.login());
    }

    /**
     * Makes a token of any services, such as those of {@link ServiceCombinations}. Several services of one type open
     * several channels; Agora's library for Java (2.1.3) keeps only the last of them.
     *
     * @param services at least one
     * @param lifetime 1 second to 24 hours, as whole seconds
     * @return the token with its times; {@link IssuedToken#text} is its text
     * @throws InvalidValueException if there are no services, the lifetime is anything else, a privilege would outlive
     *     the token, or format 006 cannot contain the services
     */
    public IssuedToken issue(List<? extends Service> services, Duration lifetime) {
        Arguments.require("services", services);
        for (int i = 0; i < services.size(); i++) {
            Arguments.require("services[" + i + "]", services.get(i));
        }
        return issue(services, Lifetime.of(Arguments.require("lifetime", lifetime)));
    }

    IssuedToken issue(List<? extends Service> services, Lifetime lifetime) {
        return mint.mint(services, lifetime, format);
    }

    /**
     * Reads what a token contains, without checking its signature. Never throws for a text; memory and time are
     * bounded.
     *
     * @param token any text
     * @return the content, or why the text cannot be read
     */
    public Inspection inspect(String token) {
        return verifier().inspect(Arguments.require("token", token));
    }

    /**
     * Starts to verify a token: whether Agora would accept it from a client, and if not, why.
     *
     * @param token the text that the client passes to its SDK; text around the token is an error, unless {@link
     *     VerifyStep#anywhereInText} is called
     * @return a step that names the channel and the user of the client, then what it wants to do
     */
    public VerifyStep verify(String token) {
        return new VerifyStep(verifier(), false, VerificationRequest.of(Arguments.require("token", token)));
    }

    private Verifier verifier() {
        return new Verifier(Projects.of(List.of(project)), clock);
    }

    /**
     * Returns a token as the JSON document that {@code POST /v1/tokens} of the server returns, in maps, lists, strings
     * and numbers, for any JSON library. It contains the complete token. Serialise only this document: an {@link
     * IssuedToken} redacts its token, and JSON libraries write it as empty.
     *
     * @param issued a token of {@link IssueStep#issue}
     * @return the fields in their order
     */
    public static Map<String, Object> document(IssuedToken issued) {
        return TokenDocuments.of(Arguments.require("issued", issued));
    }

    /** Names the project only: App ID and certificate may be swapped. */
    @Override
    public String toString() {
        return "AgoraTokens[project " + project.name() + "]";
    }

    private LifetimeStep lifetime(Service service) {
        return new LifetimeStep(this, service);
    }

    private UserStep<RoleStep> withRtcAndRtm(String channel, Service service) {
        ChannelName name = channelName(channel);
        return new UserStep<>(user -> new RoleStep(this, name, user, service));
    }

    private static ChannelName channelName(String channel) {
        return ChannelName.of(Arguments.requireNoPattern("channel", channel, ChannelPattern::of, "remove it"));
    }

    private static RtmUserId rtmUser(String userId) {
        return RtmUserId.of(Arguments.require("userId", userId));
    }

    private static ApaasUuid userUuid(String userUuid) {
        ApaasUuid uuid = uuid("userUuid", userUuid);
        return ApaasUuid.ofUser(uuid.value());
    }

    private static ApaasUuid uuid(String name, String uuid) {
        Arguments.require(name, uuid);
        try {
            return ApaasUuid.of(uuid);
        } catch (InvalidValueException e) {
            throw e.withField(name);
        }
    }
}
