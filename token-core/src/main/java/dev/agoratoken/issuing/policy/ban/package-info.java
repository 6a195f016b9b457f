/**
 * Bans: who gets no token, where, and until when. {@link dev.agoratoken.issuing.policy.ban.BanTarget} decides whether a
 * requested token is within a ban. The port for the store lives here. Uses {@code rule} for the terms of a request.
 */
package dev.agoratoken.issuing.policy.ban;
