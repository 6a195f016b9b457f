package dev.agoratoken.app.audit;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the configuration says about the audit.
 *
 * @param file where decisions are written to
 * @param log whether they are logged, too; if it does not say, they are where callers are asked who they are
 * @param failClosed whether tokens are held back while the file cannot be written
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
