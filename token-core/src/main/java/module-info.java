/**
 * Makes, reads and verifies Agora tokens. Start with {@link dev.agoratoken.AgoraTokens}:
 *
 * <pre>{@code
 * AgoraTokens tokens = AgoraTokens.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b");
 * Duration hour = Duration.ofHours(1);
 * String token;
 *
 * // RTC: a role, or single privileges
 * token = tokens.rtc("testing").uid(1234).role(Role.PUBLISHER).expiresIn(hour).token();
 * token = tokens.rtc("testing").account("alice")
 *         .allow(Rtc.Privilege.JOIN_CHANNEL)
 *         .allow(Rtc.Privilege.PUBLISH_AUDIO_STREAM, Duration.ofMinutes(10))
 *         .expiresIn(hour).token();
 * token = tokens.rtc("testing").anyUser().role(Role.SUBSCRIBER).expiresIn(hour).token();
 *
 * // Signaling (RTM), alone and with RTC
 * token = tokens.rtm("alice").expiresIn(hour).token();
 * token = tokens.rtc("testing").uid(1234).role(Role.PUBLISHER).andRtm("alice").expiresIn(hour).token();
 * token = tokens.rtm2("alice", Permissions.NONE).expiresIn(hour).token();
 *
 * // Chat
 * token = tokens.chatUser("alice").expiresIn(hour).token();
 * token = tokens.chatApp().expiresIn(hour).token();
 *
 * // Flexible Classroom
 * token = tokens.apaasRoomUser("math", "alice", 2).expiresIn(hour).token();
 * token = tokens.apaasUser("alice").expiresIn(hour).token();
 * token = tokens.apaasApp().expiresIn(hour).token();
 *
 * // Conversational AI, speech-to-text
 * token = tokens.convoAi("testing").uid(1234).role(Role.PUBLISHER).andRtm("1234").expiresIn(hour).token();
 * token = tokens.stt("testing").uid(1234).role(Role.SUBSCRIBER).andRtm("1234").expiresIn(hour).token();
 *
 * // Streaming, Fusion CDN, full-path acceleration
 * token = tokens.streaming("testing").uid(1234).allow(Streaming.Privilege.PUBLISH_RAW_STREAM).expiresIn(hour).token();
 * token = tokens.fcdn("testing").uid(1234).allow(Fcdn.Privilege.PLAY).expiresIn(hour).token();
 * token = tokens.fpa().expiresIn(hour).token();
 *
 * // Any services
 * token = tokens.issue(List.of(Rtm.login(RtmUserId.of("alice")), Chat.app()), hour).text();
 *
 * // Verify and read
 * Verification verification = tokens.verify(token).userId("alice").toLogInToRtm();
 * System.out.println(verification.accepted());
 * verification.findings().forEach(finding -> System.out.println(finding.message() + "; " + finding.remedy()));
 * Inspection inspection = tokens.inspect(token);
 * }</pre>
 *
 * <p>All types are immutable and thread-safe. Invalid values cause a {@link
 * dev.agoratoken.token.InvalidValueException}. No token text causes an exception: verifying it returns findings.
 *
 * <p>The codec is internal; the access rules and the JSON documents are for the adapters.
 */
@SuppressWarnings("module") // The adapters are compiled after this module.
module dev.agoratoken.core {
    requires static org.jspecify;

    exports dev.agoratoken;
    exports dev.agoratoken.token;
    exports dev.agoratoken.token.service;
    exports dev.agoratoken.issuing;
    exports dev.agoratoken.verify;
    exports dev.agoratoken.verify.expectation;
    exports dev.agoratoken.verify.finding;
    exports dev.agoratoken.issuing.policy to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.issuing.policy.ban to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.issuing.policy.caller to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.issuing.policy.rate to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.issuing.policy.rule to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.text to
            dev.agoratoken.http,
            dev.agoratoken.cli;
    exports dev.agoratoken.document to
            dev.agoratoken.http,
            dev.agoratoken.cli;
}
