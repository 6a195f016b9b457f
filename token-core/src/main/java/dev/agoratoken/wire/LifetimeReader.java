package dev.agoratoken.wire;

import dev.agoratoken.token.Lifetime;
import java.util.Optional;

/** Reads lifetimes in documents: whole seconds, 1 to 86400. */
final class LifetimeReader {
    private static final long MAX_SECONDS = Lifetime.MAX.seconds();

    private LifetimeReader() {}

    static Optional<Lifetime> read(DocumentValue value) {
        return value.wholeNumber(
                        1,
                        MAX_SECONDS,
                        "use whole seconds from 1 to " + MAX_SECONDS + " (24 hours), a duration and not a date")
                .map(Lifetime::ofSeconds);
    }
}
