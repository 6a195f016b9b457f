package dev.agoratoken.app.redis;

import dev.agoratoken.app.callers.BucketCache;
import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.SharedStateUnavailableException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rate limits that all instances share. A request is at most one command: a script takes from the bucket by the clock of Redis, and
 * the bucket expires once it is full. What this instance knows to be empty, it rejects without a command, and what a command
 * took in advance, it grants without one.
 */
public final class RedisRateLimiter implements RateLimiter {
    private static final int KEY_BYTES = 16;

    private final RedisConnection redis;
    private final LongSupplier micros;
    private final BucketCache<BucketView> views;
    private final AtomicReference<@Nullable AcquireBatcher> batcher = new AtomicReference<>();

    public RedisRateLimiter(RedisConnection redis) {
        this(redis, () -> System.nanoTime() / 1000);
    }

    RedisRateLimiter(RedisConnection redis, LongSupplier micros) {
        this.redis = redis;
        this.micros = micros;
        this.views = new BucketCache<>(() -> micros.getAsLong() * 1000);
    }

    /**
     * Counts one request of a caller.
     *
     * @throws SharedStateUnavailableException if Redis is unavailable, and this instance does not limit for itself
     */
    @Override
    public Quota acquire(Caller caller, RateLimit limit) {
        long now = micros.getAsLong();
        BucketView view = views.get(caller, limit, () -> new BucketView(key(caller, limit), limit, now));
        Optional<Acquired> granted = view.takeFromBlock(now);
        if (granted.isPresent()) {
            return view.quota(granted.get());
        }
        view.rejectIfEmpty(now);
        try {
            return view.quota(redis.callTogether(commands -> batcher(commands).acquire(view)));
        } catch (RedisUnavailableException e) {
            if (redis.isRequired()) {
                throw new SharedStateUnavailableException();
            }
            return view.take(micros.getAsLong());
        }
    }

    /** Each connection has its own, so that a command without a reply on an old one holds up nothing. */
    private AcquireBatcher batcher(RedisClusterAsyncCommands<String, String> commands) {
        return batcher.updateAndGet(current ->
                current != null && current.uses(commands) ? current : new AcquireBatcher(redis, commands, micros));
    }

    /** Names and addresses of callers are not in Redis, and the key has one length. A changed limit starts a new bucket. */
    private String key(Caller caller, RateLimit limit) {
        String text = caller.kind() + "\n" + caller.identity() + "\n" + limit;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return redis.prefix() + "rate:" + new String(Base16.encode(Arrays.copyOf(digest, KEY_BYTES), false));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
