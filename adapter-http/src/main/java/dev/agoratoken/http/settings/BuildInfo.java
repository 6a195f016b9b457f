package dev.agoratoken.http.settings;

import java.util.Optional;

/**
 * Name and version of the program, and the Java version.
 *
 * @param commit the Git commit, 40 hexadecimal digits, and {@code -dirty} if files were changed; empty outside Git
 */
public record BuildInfo(String name, String version, Optional<String> commit, String java) {}
