package dev.agoratoken.benchmarks;

import dev.agoratoken.issuing.Projects;
import dev.agoratoken.verify.Verdict;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.time.InstantSource;
import java.util.List;
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

/** A sound token held against everything that a client may say of itself: channel, number and what it wants to do. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class Verifying {
    @Param({"ours", "official"})
    private String writer;

    private final Verifier verifier = new Verifier(Projects.of(List.of(Example.PROJECT)), InstantSource.system());
    private final Expectation expected = Expectation.NONE
            .withChannel(Example.CHANNEL)
            .withUser(ExpectedUser.number(Example.UID))
            .withPurpose(Purpose.PUBLISH);
    private String token;

    @Setup
    public void write() {
        token = Example.token(writer);
        if (verify().verdict() != Verdict.ACCEPTED) {
            throw new AssertionError("a token that is not accepted");
        }
    }

    @Benchmark
    public Verification verify() {
        return verifier.verify(VerificationRequest.of(token).expecting(expected));
    }
}
