package dev.agoratoken.http.log;

import dev.agoratoken.http.json.JsonCodec;
import dev.agoratoken.issuing.policy.AuditTrail;
import dev.agoratoken.issuing.policy.AuditUnavailableException;
import dev.agoratoken.issuing.policy.Decision;
import dev.agoratoken.wire.DecisionDocument;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trail of decisions as JSON: one object in each line, and no text of a request that could end a line.
 *
 * @param sinks take a copy of the line each, in their order, whether or not another fails
 */
public record JsonAuditTrail(InstantSource clock, List<Consumer<String>> sinks) implements AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger("audit");

    public JsonAuditTrail {
        sinks = List.copyOf(sinks);
    }

    /** The program's logging, where the logger {@code audit} is its own; empty if that is switched off. */
    public static Optional<Consumer<String>> logger() {
        return LOG.isInfoEnabled() ? Optional.of(LOG::info) : Optional.empty();
    }

    @Override
    public void record(Decision decision) {
        String line = JsonCodec.toText(DecisionDocument.from(decision, clock.instant()));
        AuditUnavailableException failure = null;
        for (Consumer<String> sink : sinks) {
            try {
                sink.accept(line);
            } catch (AuditUnavailableException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
