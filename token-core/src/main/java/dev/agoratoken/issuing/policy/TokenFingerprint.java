package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.policy.caller.Sha256;
import dev.agoratoken.token.TokenText;

/**
 * The first 16 hexadecimal digits of a token's SHA-256. The audit contains it to identify a token that turns up
 * somewhere, without revealing the token.
 */
public record TokenFingerprint(String hex) {
    private static final int DIGITS = 16;

    /** Computes the fingerprint of a token, as {@code printf %s TOKEN | sha256sum | cut -c 1-16} does. */
    public static TokenFingerprint of(TokenText token) {
        return new TokenFingerprint(Sha256.hex(token.reveal()).substring(0, DIGITS));
    }
}
