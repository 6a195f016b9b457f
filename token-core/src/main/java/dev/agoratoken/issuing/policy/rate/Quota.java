package dev.agoratoken.issuing.policy.rate;

import java.time.Duration;

/**
 * How much a caller may still ask.
 *
 * @param limit how many requests at once at most
 * @param remaining how many at once now
 * @param reset when it is as many as at most again
 */
public record Quota(int limit, int remaining, Duration reset) {}
