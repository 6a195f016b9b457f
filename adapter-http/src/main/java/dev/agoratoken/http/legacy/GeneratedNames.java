package dev.agoratoken.http.legacy;

import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.UserId;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Channels and uids for requests that name none. Users and agents have different ranges, so that they never collide. */
final class GeneratedNames {
    private static final long MIN_AGENT = 10_000_000;
    private static final long MIN_USER = 100_000_000;

    /** Some clients keep uids in a signed 32-bit number. */
    private static final long MAX_USER = Integer.MAX_VALUE;

    private final RandomGenerator random;

    GeneratedNames(RandomGenerator random) {
        this.random = random;
    }

    /** Returns a new channel name, which others cannot guess. */
    ChannelName channel(String prefix) {
        return ChannelName.of(prefix + HexFormat.of().toHexDigits(random.nextLong()));
    }

    /** Returns a uid for a user. */
    UserId user() {
        return UserId.of(random.nextLong(MIN_USER, MAX_USER));
    }

    /** Returns a uid for an agent, with 8 digits. */
    UserId agent() {
        return UserId.of(random.nextLong(MIN_AGENT, MIN_USER));
    }
}
