package dev.agoratoken.app.audit;

import dev.agoratoken.app.audit.RotatableFile.NotRegularFileException;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.policy.AuditUnavailableException;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The audit file. While it cannot be written, it reports that once, counts lost lines, and retries with every line and every
 * health check. The first line after that states the gap. Thread-safe.
 */
final class AuditFile implements Consumer<String> {
    private final Path path;
    private final RotatableFile file;
    private final InstantSource clock;
    private final EventLog log;
    private boolean broken;
    private long lost;

    /**
     * Opens the file.
     *
     * @param log gets a line when the file cannot be written, and one when it can again
     * @throws InvalidValueException if it cannot be opened
     */
    AuditFile(Path path, InstantSource clock, EventLog log) {
        this.path = path;
        this.file = new RotatableFile(path);
        this.clock = clock;
        this.log = log;
        try {
            file.open();
        } catch (NotRegularFileException e) {
            throw notRegular(path);
        } catch (IOException e) {
            throw cannotBeOpened(path);
        }
    }

    /**
     * Checks that the file can be opened, without creating it.
     *
     * @throws InvalidValueException if it cannot
     */
    static void check(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        boolean absent = RotatableFile.isAbsent(path);
        if (!absent && !RotatableFile.isFile(path)) {
            throw notRegular(path);
        }
        boolean writable = !absent
                ? Files.isWritable(path)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        if (!writable) {
            throw cannotBeOpened(path);
        }
    }

    private static InvalidValueException notRegular(Path path) {
        return new InvalidValueException(
                SettingKey.AUDIT_FILE.label(),
                "the file " + Printable.quote(path.toString()) + " is a link, a pipe or a folder",
                "name a regular file, or set audit.log to log decisions");
    }

    private static InvalidValueException cannotBeOpened(Path path) {
        return new InvalidValueException(
                SettingKey.AUDIT_FILE.label(),
                "the file " + Printable.quote(path.toString()) + " cannot be opened",
                "name a file in an existing, writable folder");
    }

    @Override
    public synchronized void accept(String line) {
        try {
            recover();
            file.add(line);
        } catch (IOException e) {
            markFailed(e);
            lost++;
            throw new AuditUnavailableException();
        }
    }

    /** Why it cannot be written; empty if it can. */
    synchronized Optional<String> outage() {
        try {
            recover();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the audit file cannot be written");
        }
    }

    private void recover() throws IOException {
        if (broken) {
            file.add(AuditJson.line(AuditGap.of(clock.instant(), lost)));
            log.info("audit: the file can be written again; lost decisions: " + lost);
            broken = false;
            lost = 0;
        }
    }

    private void markFailed(IOException cause) {
        if (!broken) {
            broken = true;
            log.error("audit: the file " + Printable.quote(path.toString())
                    + (cause instanceof NotRegularFileException
                            ? " is a link, a pipe or a folder and is not opened; move it away"
                            : " cannot be written; check disk space, permissions and the folder"));
        }
    }
}
