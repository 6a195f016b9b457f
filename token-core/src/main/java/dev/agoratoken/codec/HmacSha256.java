package dev.agoratoken.codec;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA256 (RFC 2104), by which both formats are signed; out of SHA-256 itself, because {@code javax.crypto} takes
 * longer to load than the rest of a command (RATIONALE.md). One instance computes several in turn; not for sharing.
 */
final class HmacSha256 {
    /** The length of every signature and of the length field before it. */
    static final int LENGTH = 32;

    /** The block of SHA-256, and so the longest key that is not hashed first; no key of a token is as long. */
    private static final int BLOCK = 64;

    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5C;

    private final MessageDigest sha256;

    /** The key, as it is mixed into the inner hash and later into the outer one. */
    private final byte[] pad = new byte[BLOCK];

    /** First of the inner hash, then of the outer one, which is the HMAC. */
    private final byte[] hash = new byte[LENGTH];

    HmacSha256() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Starts the next one with that key of at most 64 bytes. */
    HmacSha256 key(byte[] key) {
        return key(key, 0, key.length);
    }

    /** The same with so many of the bytes from {@code start} on. */
    HmacSha256 key(byte[] bytes, int start, int length) {
        if (length > BLOCK) {
            throw new IllegalArgumentException("A key of " + length + " bytes");
        }
        Arrays.fill(pad, INNER);
        for (int i = 0; i < length; i++) {
            pad[i] ^= bytes[start + i];
        }
        sha256.update(pad);
        return this;
    }

    HmacSha256 update(byte[] data) {
        sha256.update(data);
        return this;
    }

    /** The HMAC of what came before and of that, in an array that the next one is written into. */
    byte[] finish(byte[] data) {
        return finish(data, 0, data.length);
    }

    /** The same with the bytes from one to before the other. */
    byte[] finish(byte[] data, int start, int end) {
        sha256.update(data, start, end - start);
        digest();
        for (int i = 0; i < BLOCK; i++) {
            pad[i] ^= INNER ^ OUTER;
        }
        sha256.update(pad);
        sha256.update(hash);
        digest();
        return hash;
    }

    private void digest() {
        try {
            sha256.digest(hash, 0, LENGTH);
        } catch (DigestException e) {
            throw new AssertionError("there is room for a hash", e);
        }
    }
}
