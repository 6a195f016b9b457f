import dev.agoratoken.AgoraTokens
import dev.agoratoken.issuing.Project
import dev.agoratoken.issuing.SaltSource
import dev.agoratoken.token.ChannelName
import dev.agoratoken.token.ChannelPattern
import dev.agoratoken.token.InvalidValueException
import dev.agoratoken.token.RtmUserId
import dev.agoratoken.token.Salt
import dev.agoratoken.token.TokenFormat
import dev.agoratoken.token.UserId
import dev.agoratoken.token.service.AccessType
import dev.agoratoken.token.service.Chat
import dev.agoratoken.token.service.Fcdn
import dev.agoratoken.token.service.Field
import dev.agoratoken.token.service.Permissions
import dev.agoratoken.token.service.ResourceName
import dev.agoratoken.token.service.ResourceType
import dev.agoratoken.token.service.Role
import dev.agoratoken.token.service.Rtc.Privilege.JOIN_CHANNEL
import dev.agoratoken.token.service.Rtc.Privilege.PUBLISH_AUDIO_STREAM
import dev.agoratoken.token.service.Rtc.Privilege.PUBLISH_VIDEO_STREAM
import dev.agoratoken.token.service.Rtm
import dev.agoratoken.token.service.Streaming
import dev.agoratoken.token.service.TokenContent
import dev.agoratoken.verify.Inspection
import dev.agoratoken.verify.expectation.Purpose
import dev.agoratoken.verify.Verdict
import dev.agoratoken.verify.Verification
import java.time.Duration
import java.time.Instant

const val APP_ID = "970CA35de60c44645bbae8a215061b33"
const val CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"

val now: Instant = Instant.parse("2026-11-28T12:00:00Z")
val hour: Duration = Duration.ofHours(1)
val tenMinutes: Duration = Duration.ofMinutes(10)

val tokens: AgoraTokens = AgoraTokens.of(Project.of(APP_ID, CERTIFICATE))
    .withSecondaryCertificate("00000000000000000000000000000001")
    .withClock { now }
    .withSalts { Salt.of(1) }

/** A token by every way to one, and the verification that must accept it. */
fun cases(): Map<String, Verification> {
    val permissions = Permissions.NONE.with(ResourceType.MESSAGE_CHANNELS, AccessType.READ, listOf(ResourceName.of("news")))
    val rtc = tokens.rtc("testing")
    val rtcAndRtm = rtc.uid(1234).role(Role.PUBLISHER).andRtm("alice").expiresIn(hour)
    val several = tokens.issue(listOf(Rtm.login(RtmUserId.of("alice")), Chat.app()), hour)
    val old = tokens.withFormat(TokenFormat.V006)

    return mapOf(
        "uid" to joining(rtc.uid(1234).role(Role.PUBLISHER).expiresIn(hour).token()).uid(1234).toPublish(),
        "uid of an Int" to joining(rtc.uidOfInt(-1).role(Role.PUBLISHER, tenMinutes).expiresIn(hour).token())
            .uidOfInt(-1).tolerating(Duration.ofSeconds(5)).toPublishData(),
        "account" to joining(rtc.account("alice").role(Role.SUBSCRIBER).expiresIn(hour).token()).account("alice").toJoin(),
        "any user" to joining(rtc.anyUser().role(Role.SUBSCRIBER).expiresIn(hour).token()).anyUser().to(Purpose.JOIN),
        "user" to joining(rtc.user(UserId.of(1)).role(Role.SUBSCRIBER).expiresIn(hour).token()).uid(1).result(),
        "audio" to joining(rtc.uid(1).allow(JOIN_CHANNEL, PUBLISH_AUDIO_STREAM).expiresIn(hour).token())
            .uid(1).appId(APP_ID).toPublishAudio(),
        "video" to joining(
            rtc.uid(1).allow(JOIN_CHANNEL).allow(PUBLISH_VIDEO_STREAM, tenMinutes).expiresIn(hour).token()
        ).uid(1).at(now.plusSeconds(599)).toPublishVideo(),
        "first privilege for a time" to joining(rtc.uid(1).allow(JOIN_CHANNEL, tenMinutes).expiresIn(hour).token())
            .uid(1).toJoin(),
        "pattern" to joining(tokens.rtc(ChannelPattern.of("test*")).uid(1).role(Role.SUBSCRIBER).expiresIn(hour).token())
            .uid(1).toJoin(),
        "channel" to joining(tokens.rtc(ChannelName.of("testing")).uid(1).role(Role.SUBSCRIBER).expiresIn(hour).token())
            .uid(1).toJoin(),
        "RTC and Signaling" to tokens.verify(rtcAndRtm.token()).userId("alice").toLogInToRtm(),
        "Signaling for a time" to tokens.verify(
            rtc.uid(1).role(Role.SUBSCRIBER).andRtm("alice", tenMinutes).expiresIn(hour).issue().text()
        ).userId("alice").toLogInToRtm(),
        "pasted" to tokens.verify("Bearer " + tokens.rtm("alice").expiresIn(hour).token()).anywhereInText()
            .userId("alice").toLogInToRtm(),
        "Signaling" to tokens.verify(tokens.rtm("alice").expiresIn(hour).token()).userId("alice").toLogInToRtm(),
        "RTM2" to tokens.verify(tokens.rtm2("alice", permissions).expiresIn(hour).token()).userId("alice").result(),
        "Chat user" to tokens.verify(tokens.chatUser("alice").expiresIn(hour).token()).userId("alice").toLogInToChat(),
        "Chat app" to tokens.verify(tokens.chatApp().expiresIn(hour).token()).to(Purpose.CHAT_APP),
        "classroom" to tokens.verify(tokens.apaasRoomUser("math", "alice", 2).expiresIn(hour).token())
            .channel("math").userId("alice").toEnterRoom(),
        "classroom user" to tokens.verify(tokens.apaasUser("alice").expiresIn(hour).token()).result(),
        "classroom app" to tokens.verify(tokens.apaasApp().expiresIn(hour).token()).result(),
        "Conversational AI" to joining(
            tokens.convoAi("testing").uid(1234).role(Role.PUBLISHER).andRtm("1234").expiresIn(hour).token()
        ).uid(1234).to(Purpose.CONVO_AI),
        "speech-to-text" to joining(
            tokens.stt("testing").uid(1234).role(Role.SUBSCRIBER).andRtm("1234").expiresIn(hour).token()
        ).uid(1234).to(Purpose.STT),
        "Streaming" to joining(
            tokens.streaming("testing").uid(1).allow(Streaming.Privilege.PUBLISH_MIX_STREAM)
                .allow(Streaming.Privilege.PUBLISH_RAW_STREAM, tenMinutes).expiresIn(hour).token()
        ).uid(1).to(Purpose.STREAMING),
        "Fusion CDN" to joining(
            tokens.fcdn("testing").uid(1).allow(Fcdn.Privilege.PLAY, hour).allow(Fcdn.Privilege.PUBLISH)
                .expiresIn(hour).token()
        ).uid(1).to(Purpose.FCDN),
        "acceleration" to tokens.verify(tokens.fpa().expiresIn(hour).token()).to(Purpose.FPA),
        "several services" to tokens.verify(several.token.reveal()).userId("alice").toLogInToRtm(),
        "format 006" to tokens.verify(old.rtm("alice").expiresIn(hour).token()).userId("alice").toLogInToRtm(),
    )
}

private fun joining(token: String) = tokens.verify(token).channel("testing")

/** A sealed type needs no `else`, and a component of a record is a property. */
fun userOf(token: String): String = when (val inspection = tokens.inspect(token)) {
    is Inspection.Unreadable -> inspection.findings.first().message
    is Inspection.Readable -> when (val content = inspection.content) {
        is TokenContent.V006 -> content.userCrc32.toString()
        is TokenContent.V007 -> content.services.first().text(Field.USER_ID).orElse("")
    }
}

fun verdictOf(token: String): String = when (tokens.verify(token).toJoin().verdict) {
    Verdict.ACCEPTED -> "accepted"
    Verdict.UNDECIDED -> "undecided"
    Verdict.REFUSED -> "refused"
}

fun document(): Map<String, Any> = AgoraTokens.document(tokens.withSalts(SaltSource.nonRepeating()).fpa().expiresIn(hour).issue())

fun fieldOfFailure(): String = try {
    tokens.rtc("testing").uid(-5)
    ""
} catch (e: InvalidValueException) {
    e.field() + " " + tokens
}
