package dev.agoratoken.benchmarks;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.issuing.TokenMint;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.Rtc;
import dev.agoratoken.token.UserId;
import io.agora.media.AccessToken2;
import io.agora.media.RtcTokenBuilder2;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An RTC token of a publisher, from its text to a checked content. The official library's reader checks no signature. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class Reading {
    /** This library stores small contents, Agora's deflates all. */
    @Param({"ours", "official"})
    private String writer;

    private final AppCertificate certificate = Example.PROJECT.signingCertificate();
    private String token;

    @Setup
    public void write() {
        token = writer.equals("ours")
                ? TokenMint.of(Example.PROJECT)
                        .mint(
                                Rtc.publisher(ChannelName.of(Example.CHANNEL), UserId.of(Example.UID)),
                                Duration.ofSeconds(Example.SECONDS))
                        .text()
                : new RtcTokenBuilder2()
                        .buildTokenWithUid(
                                Example.APP_ID,
                                Example.CERTIFICATE,
                                Example.CHANNEL,
                                Example.UID,
                                RtcTokenBuilder2.Role.ROLE_PUBLISHER,
                                Example.SECONDS,
                                Example.SECONDS);
        if (!readAndSignature() || !official()) {
            throw new AssertionError("a token that cannot be read");
        }
    }

    @Benchmark
    public boolean readAndSignature() {
        return TokenCodec.read(token).isSignedBy(certificate);
    }

    @Benchmark
    public TokenCodec.Reading readAlone() {
        return TokenCodec.read(token);
    }

    @Benchmark
    public boolean official() {
        return new AccessToken2().parse(token);
    }
}
