package dev.agoratoken.http;

import dev.agoratoken.issuing.diagnosis.Verifier;
import dev.agoratoken.issuing.policy.GuardedIssuer;

/**
 * One state of the configuration. Each request takes one and keeps it, so that a configuration that changes meanwhile does
 * not mix with it.
 */
public record Snapshot(GuardedIssuer issuer, Verifier verifier) {}
