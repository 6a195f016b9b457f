package dev.agoratoken.token.service;

/**
 * A privilege as it is in a token: its number, known or not, and its expiry. Its name depends on the service: {@link
 * ServiceType#privilege} returns it.
 *
 * @param id the number in the token, 0 to 65535; from 1 in valid tokens
 * @param expiry when it expires
 */
public record PrivilegeEntry(int id, PrivilegeExpiry expiry) {}
