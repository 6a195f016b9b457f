package dev.agoratoken.app.audit;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.http.settings.AuditOutage;
import dev.agoratoken.issuing.policy.AuditPolicy;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How decisions are written down, whatever becomes of the rest of the configuration: to the file first, which may fail, then
 * to the log.
 *
 * @param logger empty if it is switched off
 */
public record AuditSetup(
        AuditConfig config, Optional<AuditFile> file, Optional<Consumer<String>> logger, InstantSource clock) {
    /** Nowhere. */
    public static final AuditSetup NONE = new AuditSetup(
            new AuditConfig(Optional.empty(), Optional.empty(), true),
            Optional.empty(),
            Optional.empty(),
            InstantSource.system());

    /**
     * Opens the file, if there is to be one.
     *
     * @param log told when it cannot be written
     */
    public static AuditSetup open(
            AuditConfig config, Optional<Consumer<String>> logger, InstantSource clock, EventLog log) {
        return new AuditSetup(config, config.file().map(path -> new AuditFile(path, clock, log)), logger, clock);
    }

    /** What becomes of decisions. */
    public AuditPolicy audit(boolean guarded) {
        List<Consumer<String>> sinks = Stream.concat(
                        file.<Consumer<String>>map(sink -> sink).stream(),
                        logger.filter(sink -> config.logsFor(guarded)).stream())
                .toList();
        return sinks.isEmpty()
                ? AuditPolicy.NONE
                : new AuditPolicy(new JsonAuditTrail(clock, sinks), config.failClosed());
    }

    /** Why decisions cannot be written down now. */
    public Optional<AuditOutage> outage() {
        return file.flatMap(AuditFile::outage).map(problem -> new AuditOutage(problem, config.failClosed()));
    }
}
