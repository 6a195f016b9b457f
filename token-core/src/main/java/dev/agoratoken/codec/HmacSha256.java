package dev.agoratoken.codec;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, by which both formats are signed. One instance computes several in turn; not for sharing. */
final class HmacSha256 {
    /** The length of every signature and of the length field before it. */
    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    HmacSha256() {
        try {
            mac = Mac.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has HmacSHA256", e);
        }
    }

    /** Starts the next one with that key. */
    HmacSha256 key(byte[] key) {
        try {
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (InvalidKeyException e) {
            throw new AssertionError("HMAC takes a key of any bytes", e);
        }
        return this;
    }

    HmacSha256 update(byte[] data) {
        mac.update(data);
        return this;
    }

    /** The HMAC of what came before and of those bytes from that one on. */
    byte[] finish(byte[] data, int start) {
        mac.update(data, start, data.length - start);
        return mac.doFinal();
    }

    byte[] of(byte[] key, byte[] message) {
        return key(key).finish(message, 0);
    }
}
