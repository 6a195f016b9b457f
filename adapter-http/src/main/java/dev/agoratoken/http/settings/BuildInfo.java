package dev.agoratoken.http.settings;

/** Name and version of the program, and the Java version. */
public record BuildInfo(String name, String version, String java) {}
