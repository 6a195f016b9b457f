package dev.agoratoken.benchmarks;

import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.AppCertificate;
import io.agora.media.AccessToken2;
import io.agora.media.Utils;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class Reading {
    /** This library stores small contents, Agora's deflates all. */
    @Param({"ours", "official"})
    private String writer;

    /** Where the signed part of the content begins. */
    private static final int SIGNED = 34;

    private final AppCertificate certificate = Example.PROJECT.signingCertificate();
    private String token;
    private byte[] content;

    @Setup
    public void write() throws Exception {
        token = Example.token(writer);
        content = Utils.decompress(Utils.base64Decode(token.substring(3)));
        if (!readAndSignature() || !officialAndSignature()) {
            throw new AssertionError("a token that cannot be read");
        }
    }

    @Benchmark
    public boolean readAndSignature() {
        return TokenCodec.read(token).isSignedBy(certificate);
    }

    @Benchmark
    public TokenCodec.DecodedToken readAlone() {
        return TokenCodec.read(token);
    }

    /** Reads and checks no signature: that library can do no more. */
    @Benchmark
    public boolean official() {
        return new AccessToken2().parse(token);
    }

    /** The same with the check that later sources of that library have, step by step out of what this version has. */
    @Benchmark
    public boolean officialAndSignature() throws Exception {
        AccessToken2 read = new AccessToken2();
        read.parse(token);
        byte[] signed = Arrays.copyOfRange(content, SIGNED, content.length);
        if (!Utils.isUUID(read.appId) || !Utils.isUUID(Example.CERTIFICATE)) {
            return false;
        }
        read.appCert = Example.CERTIFICATE;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(read.getSign(), "HmacSHA256"));
        return MessageDigest.isEqual(Arrays.copyOfRange(content, 2, SIGNED), mac.doFinal(signed));
    }
}
