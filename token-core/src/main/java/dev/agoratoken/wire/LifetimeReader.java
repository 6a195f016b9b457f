package dev.agoratoken.wire;

import dev.agoratoken.token.Lifetime;
import java.util.Optional;

/** Reads lifetimes in documents: whole seconds, 1 to 86400. */
final class LifetimeReader {
    private static final long MAX_SECONDS = Lifetime.MAX.seconds();

    private LifetimeReader() {}

    static Optional<Lifetime> read(DocumentValue value) {
        String remedy = "use whole seconds from 1 to " + MAX_SECONDS + " (24 hours)";
        return value.wholeNumber(1, MAX_SECONDS, isDate(value) ? remedy + ", a duration and not a date" : remedy)
                .map(Lifetime::ofSeconds);
    }

    private static boolean isDate(DocumentValue value) {
        return value.received() instanceof Number number && number.doubleValue() >= Lifetime.MIN_DATE;
    }
}
