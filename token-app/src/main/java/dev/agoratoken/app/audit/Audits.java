package dev.agoratoken.app.audit;

import dev.agoratoken.http.log.JsonTrail;
import dev.agoratoken.http.settings.AuditTrouble;
import dev.agoratoken.issuing.policy.Audit;
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
public record Audits(
        AuditConfig config, Optional<AuditFile> file, Optional<Consumer<String>> logger, InstantSource clock) {
    /** Nowhere. */
    public static final Audits NONE =
            new Audits(AuditConfig.DEFAULT, Optional.empty(), Optional.empty(), InstantSource.system());

    /**
     * Opens the file, if there is to be one.
     *
     * @param log told when it cannot be written
     */
    public static Audits open(
            AuditConfig config, Optional<Consumer<String>> logger, InstantSource clock, Consumer<String> log) {
        return new Audits(config, config.file().map(path -> new AuditFile(path, clock, log)), logger, clock);
    }

    /** What becomes of decisions. */
    public Audit audit(boolean guarded) {
        List<Consumer<String>> sinks = Stream.concat(
                        file.<Consumer<String>>map(sink -> sink).stream(),
                        logger.filter(sink -> config.logsFor(guarded)).stream())
                .toList();
        return sinks.isEmpty() ? Audit.NONE : new Audit(new JsonTrail(clock, sinks), config.required());
    }

    /** Why decisions cannot be written down now. */
    public Optional<AuditTrouble> trouble() {
        return file.flatMap(AuditFile::trouble).map(problem -> new AuditTrouble(problem, config.required()));
    }
}
