package dev.agoratoken.codec;

import dev.agoratoken.token.AppCertificate;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA256 (RFC 2104), by which both formats are signed; out of SHA-256 itself, because {@code javax.crypto} takes
 * longer to load than the rest of a command (docs/adr/0051-hmac-is-built-from-sha-256.md). One instance computes
 * several in turn; not for sharing.
 */
final class HmacSha256 {
    /** The length of every signature and of the length field before it. */
    static final int LENGTH = 32;

    /** The block of SHA-256, and so the longest key that is not hashed first; no key of a token is as long. */
    private static final int BLOCK = 64;

    /** How long the bytes of a certificate are. */
    private static final int CERTIFICATE = 32;

    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5C;

    private final MessageDigest sha256;

    /** The key, as it is mixed into the inner hash and later into the outer one; behind it room for what is hashed. */
    private final byte[] block = new byte[BLOCK + LENGTH];

    HmacSha256() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Starts the next one with that certificate as its key. */
    HmacSha256 key(AppCertificate certificate) {
        certificate.reveal(block, 0);
        return key(block, 0, CERTIFICATE);
    }

    /** The same with so many of the bytes from {@code start} on as its key, at most 64. */
    HmacSha256 key(byte[] bytes, int start, int length) {
        if (length > BLOCK) {
            throw new IllegalArgumentException("A key of " + length + " bytes");
        }
        for (int i = 0; i < length; i++) {
            block[i] = (byte) (INNER ^ bytes[start + i]);
        }
        Arrays.fill(block, length, BLOCK, INNER);
        sha256.update(block, 0, BLOCK);
        return this;
    }

    /** Goes on with that certificate as data, of which no copy stays behind. */
    HmacSha256 update(AppCertificate certificate) {
        certificate.reveal(block, BLOCK);
        return update(block, BLOCK, BLOCK + CERTIFICATE);
    }

    HmacSha256 update(byte[] data) {
        sha256.update(data);
        return this;
    }

    /** The same with the bytes from one to before the other. */
    HmacSha256 update(byte[] data, int start, int end) {
        sha256.update(data, start, end - start);
        return this;
    }

    /** The HMAC of what came before. */
    byte[] finish() {
        byte[] hmac = new byte[LENGTH];
        finish(hmac, 0);
        return hmac;
    }

    /** Writes the HMAC of what came before to that place, where also the key or the data may stand. */
    void finish(byte[] target, int position) {
        digest(block, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= INNER ^ OUTER;
        }
        sha256.update(block);
        digest(target, position);
    }

    private void digest(byte[] target, int position) {
        try {
            sha256.digest(target, position, LENGTH);
        } catch (DigestException e) {
            throw new AssertionError("there is room for a hash", e);
        }
    }
}
