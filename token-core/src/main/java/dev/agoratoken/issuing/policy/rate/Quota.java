package dev.agoratoken.issuing.policy.rate;

import java.time.Duration;

/**
 * What a caller may still request.
 *
 * @param limit the maximum number of requests at once
 * @param remaining how many requests are left at once
 * @param reset when all of them are available again
 */
public record Quota(int limit, int remaining, Duration reset) {}
