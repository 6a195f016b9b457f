package dev.agoratoken.token.service;

/** A privilege as it is in a token: its number, known or not, and its expiry. */
public record PrivilegeEntry(int id, PrivilegeExpiry expiry) {}
