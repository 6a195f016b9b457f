package dev.agoratoken.benchmarks;

import dev.agoratoken.issuing.TokenMint;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.service.Rtc;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** What more services and longer names cost. Above 1522 bytes of content the token is deflated. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class Growth {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final TokenMint mint = TokenMint.of(Example.PROJECT);

    @Param({"1", "4", "16"})
    private int services;

    /** Of each channel and each account. */
    @Param({"8", "64"})
    private int nameLength;

    private List<Rtc> rtc;

    @Setup
    public void name() {
        rtc = IntStream.range(0, services)
                .mapToObj(i -> Rtc.publisher(ChannelName.of(name('c', i)), UserAccount.of(name('u', i))))
                .toList();
    }

    private String name(char first, int number) {
        return (first + "" + number + "-" + "abcdefgh".repeat(8)).substring(0, nameLength);
    }

    @Benchmark
    public String mint() {
        return mint.mint(rtc, LIFETIME).text();
    }
}
