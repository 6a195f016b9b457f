package dev.agoratoken.app.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes from buckets over one connection: while a command is in flight, requests wait, and the next command takes for all of
 * them. A command of a cluster takes for one request, because the keys of a command have to be in one slot. Thread-safe.
 */
final class AcquireBatcher {
    /** As many as there are threads for requests. Redis does nothing else while it runs a script. */
    private static final int MAX_BATCH = 64;

    private static final RedisScript ACQUIRE = RedisScript.read("acquire.lua");

    private final RedisConnection redis;
    private final RedisClusterAsyncCommands<String, String> commands;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean inFlight = new AtomicBoolean();

    AcquireBatcher(RedisConnection redis, RedisClusterAsyncCommands<String, String> commands) {
        this.redis = redis;
        this.commands = commands;
    }

    /** A request that waits for its reply. Cancelled, it is not sent any more. */
    private static final class Waiting extends CompletableFuture<AcquireReply> {
        private final BucketView view;
        private final long since;

        private Waiting(BucketView view, long since) {
            this.view = view;
            this.since = since;
        }
    }

    boolean uses(RedisClusterAsyncCommands<String, String> connection) {
        return commands.equals(connection);
    }

    /**
     * Takes one request from a bucket.
     *
     * @param now in microseconds
     */
    CompletableFuture<AcquireReply> acquire(BucketView view, long now) {
        Waiting request = new Waiting(view, now);
        if (redis.isCluster()) {
            send(List.of(request));
        } else {
            waiting.add(request);
            sendNextIfIdle();
        }
        return request;
    }

    private void sendNextIfIdle() {
        while (!waiting.isEmpty() && inFlight.compareAndSet(false, true)) {
            List<Waiting> batch = nextBatch();
            if (!batch.isEmpty()) {
                send(batch).whenComplete((sent, failure) -> {
                    inFlight.set(false);
                    sendNextIfIdle();
                });
                return;
            }
            inFlight.set(false);
        }
    }

    private List<Waiting> nextBatch() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            if (!next.isDone()) {
                batch.add(next);
            }
            if (batch.size() == MAX_BATCH) {
                break;
            }
        }
        return batch;
    }

    private CompletionStage<?> send(List<Waiting> batch) {
        return run(batch).whenComplete((numbers, failure) -> {
            if (failure == null) {
                complete(batch, numbers);
            } else {
                batch.forEach(request -> request.completeExceptionally(failure));
            }
        });
    }

    private CompletionStage<List<?>> run(List<Waiting> batch) {
        String[] keys = batch.stream().map(request -> request.view.key()).toArray(String[]::new);
        String[] arguments = batch.stream()
                .flatMap(request -> request.view.arguments(request.since).stream())
                .toArray(String[]::new);
        try {
            return redis.counted(ACQUIRE.run(commands, ScriptOutputType.MULTI, keys, arguments));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void complete(List<Waiting> batch, List<?> numbers) {
        for (int i = 0; i < batch.size(); i++) {
            Waiting request = batch.get(i);
            try {
                request.complete(AcquireReply.of(numbers, i, batch.size(), request.view));
            } catch (RuntimeException e) {
                request.completeExceptionally(e);
            }
        }
    }
}
