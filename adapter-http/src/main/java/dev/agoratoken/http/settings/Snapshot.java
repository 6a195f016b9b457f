package dev.agoratoken.http.settings;

import dev.agoratoken.issuing.policy.GuardedIssuer;
import dev.agoratoken.verify.Verifier;

/**
 * One state of the configuration. Each request takes one and keeps it, so that a configuration that changes meanwhile does
 * not mix with it.
 */
public record Snapshot(GuardedIssuer issuer, Verifier verifier) {}
