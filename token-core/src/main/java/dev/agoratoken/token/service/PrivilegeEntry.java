package dev.agoratoken.token.service;

/** A privilege as it stands in a token: its number, known or not, and its end. */
public record PrivilegeEntry(int id, PrivilegeExpiry expiry) {}
