package dev.agoratoken.http.settings;

/**
 * The audit cannot be written at the moment.
 *
 * @param problem the reason, for people
 * @param stopsIssuing whether no tokens are issued until it can be written
 */
public record AuditOutage(String problem, boolean stopsIssuing) {}
