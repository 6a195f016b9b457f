package dev.agoratoken.http.settings;

/**
 * Decisions cannot be written down at the moment.
 *
 * @param problem why, in words
 * @param stopsIssuing whether no tokens are given out meanwhile
 */
public record AuditOutage(String problem, boolean stopsIssuing) {}
