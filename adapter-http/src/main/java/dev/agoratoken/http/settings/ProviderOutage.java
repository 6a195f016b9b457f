package dev.agoratoken.http.settings;

/**
 * An identity provider whose keys could not be fetched at the last attempt. Keys that are still cached stay valid.
 *
 * @param jwks the URL of its key set
 * @param problem the reason, for people
 * @param since the start of the outage, in RFC 3339
 */
public record ProviderOutage(String jwks, String problem, String since) {}
