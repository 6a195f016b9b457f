package dev.agoratoken.http;

import dev.agoratoken.issuing.policy.GuardedIssuer;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the routes need of the program around them.
 *
 * @param issuer the present state of the configuration; each request takes one and keeps it
 */
public record HttpPorts(Supplier<GuardedIssuer> issuer, RequestLog requestLog, InstantSource clock, BuildFacts build) {}
