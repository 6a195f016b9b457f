package dev.agoratoken.document;

import dev.agoratoken.token.Lifetime;
import java.util.Optional;

/** Reads lifetimes in documents: whole seconds, 1 to 86400. */
final class LifetimeReader {
    private static final long MAX_SECONDS = Lifetime.MAX.seconds();
    private static final String REMEDY = "use whole seconds from 1 to " + MAX_SECONDS + " (24 hours)";

    private LifetimeReader() {}

    static Optional<Lifetime> read(DocumentValue value) {
        return value.wholeNumber(1, MAX_SECONDS, isDate(value) ? REMEDY + ", a duration and not a date" : REMEDY)
                .map(Lifetime::ofSeconds);
    }

    private static boolean isDate(DocumentValue value) {
        return value.received() instanceof Number number && number.doubleValue() >= Lifetime.MIN_DATE;
    }
}
