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
 * The destinations of audit lines, which a reload does not change: the file first, which may fail, then the log.
 */
public final class AuditSetup {
    /** No audit. */
    public static final AuditSetup NONE = new AuditSetup(
            new AuditConfig(Optional.empty(), Optional.empty(), true),
            Optional.empty(),
            Optional.empty(),
            InstantSource.system());

    private final AuditConfig config;
    private final Optional<AuditFile> file;
    private final Optional<Consumer<String>> logger;
    private final InstantSource clock;

    /**
     * @param logger empty if disabled
     */
    private AuditSetup(
            AuditConfig config, Optional<AuditFile> file, Optional<Consumer<String>> logger, InstantSource clock) {
        this.config = config;
        this.file = file;
        this.logger = logger;
        this.clock = clock;
    }

    /**
     * Opens the audit file, if one is configured.
     *
     * @param log gets a line when the file cannot be written
     */
    public static AuditSetup open(
            AuditConfig config, Optional<Consumer<String>> logger, InstantSource clock, EventLog log) {
        return new AuditSetup(config, config.file().map(path -> new AuditFile(path, clock, log)), logger, clock);
    }

    /** Creates the policy that records decisions. */
    public AuditPolicy audit(boolean guarded) {
        List<Consumer<String>> sinks = Stream.concat(
                        file.<Consumer<String>>map(sink -> sink).stream(),
                        logger.filter(sink -> config.logsFor(guarded)).stream())
                .toList();
        return sinks.isEmpty()
                ? AuditPolicy.NONE
                : new AuditPolicy(new JsonAuditTrail(clock, sinks), config.failClosed());
    }

    /** Why the audit file cannot be written now; empty if it can. */
    public Optional<AuditOutage> outage() {
        return file.flatMap(AuditFile::outage).map(problem -> new AuditOutage(problem, config.failClosed()));
    }
}
