package dev.agoratoken.http.settings;

/**
 * An identity provider whose keys could not be fetched the last time. Callers whose keys are still cached are not affected.
 *
 * @param jwks the address of its key set
 * @param problem why, in words
 * @param since when that began, in RFC 3339
 */
public record ProviderOutage(String jwks, String problem, String since) {}
