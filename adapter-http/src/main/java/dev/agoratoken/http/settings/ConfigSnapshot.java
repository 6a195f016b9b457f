package dev.agoratoken.http.settings;

import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.verify.Verifier;

/**
 * One state of the configuration. Each request takes one and keeps it, so that a configuration that changes meanwhile does
 * not mix with it.
 */
public record ConfigSnapshot(AuthorizingIssuer issuer, Verifier verifier) {}
