package dev.agoratoken.wire;

import dev.agoratoken.token.Lifetime;
import java.util.Optional;

/** Lifetimes in documents: whole numbers of seconds. */
final class LifetimeValue {
    private static final long LONGEST = Lifetime.LONGEST.seconds();

    private LifetimeValue() {}

    static Optional<Lifetime> read(DocumentValue value) {
        return value.wholeNumber(
                        1,
                        LONGEST,
                        "give whole seconds from 1 to " + LONGEST + " (24 hours), a length of time and not a date")
                .map(Lifetime::ofSeconds);
    }
}
