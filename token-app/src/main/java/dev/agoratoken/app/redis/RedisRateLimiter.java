package dev.agoratoken.app.redis;

import dev.agoratoken.app.callers.BucketCache;
import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.SharedStateUnavailableException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Rate limits that all instances share. A request is one command: a script takes from the bucket by the clock of Redis, and
 * the bucket expires once it is full. What this instance knows to be empty, it rejects without a command.
 */
public final class RedisRateLimiter implements RateLimiter {
    private static final String SCRIPT = read("acquire.lua");
    private static final String DIGEST = Base16.digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
    private static final int KEY_BYTES = 16;

    private final RedisConnection redis;
    private final BucketCache<BucketView> views;

    public RedisRateLimiter(RedisConnection redis) {
        this.redis = redis;
        this.views = new BucketCache<>(System::nanoTime);
    }

    /**
     * Counts one request of a caller.
     *
     * @throws SharedStateUnavailableException if Redis is unavailable, and this instance does not limit for itself
     */
    @Override
    public Quota acquire(Caller caller, RateLimit limit) {
        long now = System.nanoTime() / 1000;
        BucketView view = views.get(caller, limit, () -> new BucketView(key(caller, limit), limit, now));
        view.rejectIfEmpty(now);
        try {
            AcquireReply reply = redis.call(
                    commands -> send(commands, view, now).thenApply(numbers -> AcquireReply.of(numbers, view)));
            return view.update(reply.taken(), reply.level(), now);
        } catch (RedisUnavailableException e) {
            if (redis.isRequired()) {
                throw new SharedStateUnavailableException();
            }
            return view.take(System.nanoTime() / 1000);
        }
    }

    /** Redis forgets scripts when it restarts; the text of the script teaches it again. */
    private static CompletionStage<List<Long>> send(
            RedisClusterAsyncCommands<String, String> commands, BucketView view, long now) {
        String[] keys = {view.key()};
        String[] arguments = view.arguments(now);
        CompletionStage<List<Long>> reply = commands.evalsha(DIGEST, ScriptOutputType.MULTI, keys, arguments);
        return reply.exceptionallyCompose(failure -> failure instanceof RedisNoScriptException
                ? commands.<List<Long>>eval(SCRIPT, ScriptOutputType.MULTI, keys, arguments)
                : CompletableFuture.failedFuture(failure));
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

    private static String read(String name) {
        try (InputStream in = RedisRateLimiter.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
