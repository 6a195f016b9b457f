package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.policy.caller.Sha256;
import dev.agoratoken.token.TokenText;

/** By what a token that turns up somewhere is found in the audit, and which is of no use otherwise: 16 digits of its SHA-256. */
public record TokenFingerprint(String hex) {
    private static final int DIGITS = 16;

    /** The fingerprint of that token: {@code printf %s TOKEN | sha256sum | cut -c 1-16}. */
    public static TokenFingerprint of(TokenText token) {
        return new TokenFingerprint(Sha256.hex(token.reveal()).substring(0, DIGITS));
    }
}
