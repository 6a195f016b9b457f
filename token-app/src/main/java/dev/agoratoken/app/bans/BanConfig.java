package dev.agoratoken.app.bans;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code bans} part of the configuration.
 *
 * @param file the file that keeps bans; empty to keep them in memory
 */
public record BanConfig(Optional<Path> file) {
    /** Keeps bans in memory. */
    public static final BanConfig MEMORY = new BanConfig(Optional.empty());

    /** @throws dev.agoratoken.token.InvalidValueException if the file could not be opened */
    public void check() {
        file.ifPresent(BanFile::check);
    }
}
