package dev.agoratoken.codec;

import dev.agoratoken.secret.CertificateAccess;
import dev.agoratoken.token.AppCertificate;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA256 (RFC 2104), which signs both formats. It is built from SHA-256, because {@code javax.crypto} takes longer
 * to load than the rest of a command (docs/adr/0051-hmac-is-built-from-sha-256.md). One instance computes several HMACs
 * in turn. Not thread-safe.
 */
final class HmacSha256 {
    /** The length of an HMAC, and so of every signature, in bytes. */
    static final int LENGTH = 32;

    /** The block size of SHA-256 in bytes, and so the longest key that is not hashed first. */
    private static final int BLOCK = 64;

    /** The length of a certificate in bytes. */
    private static final int CERTIFICATE = 32;

    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5C;

    private final MessageDigest sha256;

    /** The padded key of the inner, later of the outer hash, followed by room for the data that is hashed. */
    private final byte[] block = new byte[BLOCK + LENGTH];

    HmacSha256() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    /** Starts an HMAC with a certificate as its key. */
    HmacSha256 key(AppCertificate certificate) {
        certificate.reveal(CertificateAccess.get(), block, 0);
        return key(block, 0, CERTIFICATE);
    }

    /**
     * Starts an HMAC with {@code length} bytes from {@code start} on as its key.
     *
     * @throws IllegalArgumentException if the key is longer than 64 bytes
     */
    HmacSha256 key(byte[] bytes, int start, int length) {
        if (length > BLOCK) {
            throw new IllegalArgumentException("A key of " + length + " bytes is longer than " + BLOCK);
        }
        for (int i = 0; i < length; i++) {
            block[i] = (byte) (INNER ^ bytes[start + i]);
        }
        Arrays.fill(block, length, BLOCK, INNER);
        sha256.update(block, 0, BLOCK);
        return this;
    }

    /** Adds a certificate as data; {@link #finish(byte[], int)} overwrites its copy. */
    HmacSha256 update(AppCertificate certificate) {
        certificate.reveal(CertificateAccess.get(), block, BLOCK);
        return update(block, BLOCK, BLOCK + CERTIFICATE);
    }

    /** Adds data. */
    HmacSha256 update(byte[] data) {
        sha256.update(data);
        return this;
    }

    /** Adds the bytes from {@code start} (inclusive) to {@code end} (exclusive). */
    HmacSha256 update(byte[] data, int start, int end) {
        sha256.update(data, start, end - start);
        return this;
    }

    /** Returns the HMAC of the data. */
    byte[] finish() {
        byte[] hmac = new byte[LENGTH];
        finish(hmac, 0);
        return hmac;
    }

    /** Writes the HMAC of the data into the target, which may also hold the key or the data. */
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
            throw new AssertionError("The target is too short", e);
        }
    }
}
