package dev.agoratoken.http.settings;

/** Which program this is, and what it runs on. */
public record BuildInfo(String name, String version, String java) {}
