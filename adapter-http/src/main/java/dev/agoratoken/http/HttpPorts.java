package dev.agoratoken.http;

import dev.agoratoken.issuing.policy.GuardedIssuer;
import java.util.function.Supplier;

/**
 * What the routes need of the program around them.
 *
 * @param issuers gives the state of now; a request asks once, at its beginning
 */
public record HttpPorts(Supplier<GuardedIssuer> issuers, ConfigHistory history) {}
