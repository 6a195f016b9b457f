package dev.agoratoken.app.audit;

import dev.agoratoken.document.DecisionDocument;
import dev.agoratoken.issuing.policy.AuditTrail;
import dev.agoratoken.issuing.policy.AuditUnavailableException;
import dev.agoratoken.issuing.policy.Decision;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The audit trail as JSON lines. Line breaks in names of a request are escaped. */
final class JsonAuditTrail implements AuditTrail {
    private final InstantSource clock;
    private final List<Consumer<String>> sinks;

    /**
     * Creates a trail that writes to these sinks.
     *
     * @param sinks each gets the line, in this order, even if another fails
     */
    JsonAuditTrail(InstantSource clock, List<Consumer<String>> sinks) {
        this.clock = clock;
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public void record(Decision decision) {
        String line = AuditJson.line(DecisionDocument.from(decision, clock.instant()));
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
