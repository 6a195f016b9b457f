package dev.agoratoken.http.settings;

import java.time.Instant;

/** Tells when the configuration in use was read, and what came of reading it again. Thread-safe. */
public interface ReloadStats {
    /** When the configuration that is in use was read. */
    Instant loadedAt();

    /** How often a changed configuration has been taken over since the start. */
    long reloads();

    /** How often one was refused, so that the old one stayed. */
    long rejectedReloads();
}
