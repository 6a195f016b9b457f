package dev.agoratoken.app.redis;

import dev.agoratoken.app.agora.RemovalLease;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * A key with the name of its holder that expires. It lasts longer than a request to Agora, so the next holder starts after
 * the last request of the one before. Thread-safe.
 */
final class RedisRemovalLease implements RemovalLease {
    private static final RedisScript HOLD = RedisScript.read("hold-lease.lua");
    /** For clocks of different speed, and for a request that starts or stops late. */
    private static final Duration MARGIN = Duration.ofSeconds(1);
    /** Long enough for some renewals to fail. */
    private static final Duration USABLE = Duration.ofSeconds(4);

    private static final Duration LASTS = USABLE.plus(LONGEST_REQUEST).plus(MARGIN);

    private final RedisConnection redis;
    private final LongSupplier nanoTime;
    private final String[] keys;
    private final String holder = UUID.randomUUID().toString();
    private volatile boolean taken;
    private volatile long usableUntil;

    RedisRemovalLease(RedisConnection redis, LongSupplier nanoTime) {
        this.redis = redis;
        this.nanoTime = nanoTime;
        this.keys = new String[] {redis.prefix() + "{bans}:lease"};
    }

    @Override
    public boolean isHeld() {
        return taken && usableUntil - nanoTime.getAsLong() > 0;
    }

    /** Takes or renews it. Without Redis it stays until it expires. */
    void renew() {
        long sent = nanoTime.getAsLong();
        try {
            if (hold(LASTS)) {
                usableUntil = sent + USABLE.toNanos();
                taken = true;
            } else {
                taken = false;
            }
        } catch (RedisUnavailableException e) {
            // The store of the bans logs that.
        }
    }

    /** Gives it to another instance. */
    void release() {
        if (!taken) {
            return;
        }
        taken = false;
        try {
            hold(Duration.ofMillis(1));
        } catch (RedisUnavailableException e) {
            // It expires.
        }
    }

    private boolean hold(Duration time) throws RedisUnavailableException {
        String[] arguments = {holder, Long.toString(time.toMillis())};
        Long held = redis.call(
                RedisBanTable.TIMEOUT, commands -> HOLD.run(commands, ScriptOutputType.INTEGER, keys, arguments));
        return held == 1;
    }
}
