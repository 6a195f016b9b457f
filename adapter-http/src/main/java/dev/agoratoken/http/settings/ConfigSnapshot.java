package dev.agoratoken.http.settings;

import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.verify.Verifier;

/**
 * One state of the configuration. A request uses the same snapshot from start to end, so that a reload does not affect
 * it.
 */
public record ConfigSnapshot(AuthorizingIssuer issuer, Verifier verifier) {}
