package dev.agoratoken.http.settings;

import java.time.Instant;
import java.util.Optional;

/**
 * How fetching the keys of an identity provider went.
 *
 * @param jwks the URL of its key set, without secrets
 * @param fetchedAt when its keys were fetched; empty if they never were
 * @param failures the number of failed attempts since the start
 */
public record JwksStatus(String jwks, Optional<Instant> fetchedAt, long failures) {}
