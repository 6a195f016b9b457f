package dev.agoratoken.http.settings;

import java.time.Instant;

/** Statistics of configuration reloads. Thread-safe. */
public interface ReloadStats {
    /** When the current configuration was read. */
    Instant loadedAt();

    /** The number of changed configurations that were applied since the start. */
    long reloads();

    /** The number of changed configurations that were rejected since the start. */
    long rejectedReloads();
}
