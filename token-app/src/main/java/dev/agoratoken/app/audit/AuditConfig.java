package dev.agoratoken.app.audit;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code audit} part of the configuration.
 *
 * @param file the audit file
 * @param log whether decisions are logged; by default only with callers
 * @param failClosed whether no token is issued while the file cannot be written
 */
public record AuditConfig(Optional<Path> file, Optional<Boolean> log, boolean failClosed) {
    /** @throws dev.agoratoken.token.InvalidValueException if the file could not be opened */
    public void check() {
        file.ifPresent(AuditFile::check);
    }

    public boolean logsFor(boolean guarded) {
        return log.orElse(guarded);
    }
}
