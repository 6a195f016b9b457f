package dev.agoratoken.benchmarks;

import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What no writer of format 007 can avoid: three HMAC-SHA256, each keyed anew, here by one {@link Mac} made beforehand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class Floor {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] certificate = new byte[32];
    private final byte[] time = new byte[4];
    private final byte[] salt = new byte[4];
    private final byte[] body = new byte[101];
    private final Mac mac = mac();

    private static Mac mac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Benchmark
    public byte[] threeHmacs() throws GeneralSecurityException {
        return hmac(hmac(salt, hmac(time, certificate)), body);
    }

    private byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        mac.init(new SecretKeySpec(key, ALGORITHM));
        return mac.doFinal(message);
    }
}
