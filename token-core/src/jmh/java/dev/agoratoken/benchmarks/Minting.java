package dev.agoratoken.benchmarks;

import static dev.agoratoken.token.TokenFormat.V006;

import dev.agoratoken.AgoraTokens;
import dev.agoratoken.issuing.TokenMint;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import io.agora.media.RtcTokenBuilder;
import io.agora.media.RtcTokenBuilder2;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** An RTC token of a publisher, from plain names to its text, by this library and by Agora's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class Minting {
    private final TokenMint mint = TokenMint.of(Example.PROJECT);
    private final AgoraTokens tokens = AgoraTokens.of(Example.PROJECT);
    private final RtcTokenBuilder2 official = new RtcTokenBuilder2();
    private final RtcTokenBuilder official006 = new RtcTokenBuilder();

    // Not constants, as they are not where tokens are made.
    private String channel = Example.CHANNEL;
    private int uid = Example.UID;
    private int seconds = Example.SECONDS;

    @Benchmark
    public String format007() {
        return mint.mint(publisher(), Duration.ofSeconds(seconds)).text();
    }

    @Benchmark
    public String facade007() {
        return tokens.rtc(channel)
                .uid(uid)
                .role(Role.PUBLISHER)
                .expiresIn(Duration.ofSeconds(seconds))
                .token();
    }

    @Benchmark
    @Threads(2)
    public String format007OnTwoThreads() {
        return format007();
    }

    @Benchmark
    public String format006() {
        return mint.mint(List.of(publisher()), Lifetime.ofSeconds(seconds), V006)
                .text();
    }

    private Rtc publisher() {
        return Rtc.publisher(ChannelName.of(channel), UserId.of(uid));
    }

    @Benchmark
    public String official007() {
        return official.buildTokenWithUid(
                Example.APP_ID,
                Example.CERTIFICATE,
                channel,
                uid,
                RtcTokenBuilder2.Role.ROLE_PUBLISHER,
                seconds,
                seconds);
    }

    @Benchmark
    public String official006() {
        int end = (int) (System.currentTimeMillis() / 1000) + seconds;
        return official006.buildTokenWithUid(
                Example.APP_ID, Example.CERTIFICATE, channel, uid, RtcTokenBuilder.Role.Role_Publisher, end);
    }
}
