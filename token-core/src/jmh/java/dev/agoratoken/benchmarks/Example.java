package dev.agoratoken.benchmarks;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.TokenMint;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Rtc;
import io.agora.media.RtcTokenBuilder2;
import java.time.Duration;

/** The project, channel and user of every comparison: both sides are asked for the same token. */
final class Example {
    static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
    static final String CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b";
    static final String CHANNEL = "testing";
    static final int UID = 1234;
    static final int SECONDS = 3600;

    static final Project PROJECT = Project.of(APP_ID, CERTIFICATE);

    private Example() {}

    /** The token as this library writes it, or the official one. */
    static String token(String writer) {
        return writer.equals("ours") ? ours() : official();
    }

    private static String ours() {
        Rtc publisher = Rtc.publisher(ChannelName.of(CHANNEL), UserId.of(UID));
        return TokenMint.of(PROJECT)
                .mint(publisher, Duration.ofSeconds(SECONDS))
                .text();
    }

    private static String official() {
        return new RtcTokenBuilder2()
                .buildTokenWithUid(
                        APP_ID, CERTIFICATE, CHANNEL, UID, RtcTokenBuilder2.Role.ROLE_PUBLISHER, SECONDS, SECONDS);
    }
}
