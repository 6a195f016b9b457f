package dev.agoratoken.app.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Takes from buckets over one connection: while a command is in flight, requests wait, and the next command takes for all of
 * them, or they get what that one took in advance. A command of a cluster takes for one request, because the keys of a
 * command have to be in one slot. Thread-safe.
 */
final class AcquireBatcher {
    /** Redis does nothing else while it runs a script. */
    private static final int MAX_BUCKETS = 64;

    private static final RedisScript ACQUIRE = RedisScript.read("acquire.lua");

    private final RedisConnection redis;
    private final RedisClusterAsyncCommands<String, String> commands;
    private final LongSupplier micros;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean inFlight = new AtomicBoolean();

    AcquireBatcher(RedisConnection redis, RedisClusterAsyncCommands<String, String> commands, LongSupplier micros) {
        this.redis = redis;
        this.commands = commands;
        this.micros = micros;
    }

    /** A request that waits for its reply. Cancelled, it is not sent any more. */
    private static final class Waiting extends CompletableFuture<Acquired> {
        private final BucketView view;

        private Waiting(BucketView view) {
            this.view = view;
        }

        private boolean completeFromBlock(long now) {
            Optional<Acquired> granted = view.takeFromBlock(now);
            granted.ifPresent(this::complete);
            return granted.isPresent();
        }
    }

    /** The requests of one bucket in a command. */
    private record Group(BucketView view, AcquireRequest request, List<Waiting> waiting) {
        private static Group of(BucketView view, List<Waiting> waiting, long now) {
            return new Group(view, view.request(waiting.size(), now), waiting);
        }

        private void complete(List<?> numbers, int index, int groups) {
            try {
                AcquireReply reply = AcquireReply.of(numbers, index, groups, request, view.full());
                view.update(request, reply);
                for (int i = 0; i < waiting.size(); i++) {
                    waiting.get(i).complete(view.acquired(reply, i));
                }
            } catch (RuntimeException e) {
                fail(e);
            }
        }

        private void fail(Throwable failure) {
            view.fail(request);
            waiting.forEach(each -> each.completeExceptionally(failure));
        }
    }

    boolean uses(RedisClusterAsyncCommands<String, String> connection) {
        return commands.equals(connection);
    }

    /** Takes one request from a bucket. */
    CompletableFuture<Acquired> acquire(BucketView view) {
        Waiting request = new Waiting(view);
        if (redis.isCluster()) {
            send(List.of(Group.of(view, List.of(request), micros.getAsLong())));
        } else {
            waiting.add(request);
            sendNextIfIdle();
        }
        return request;
    }

    private void sendNextIfIdle() {
        while (!waiting.isEmpty() && inFlight.compareAndSet(false, true)) {
            List<Group> batch = nextBatch();
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

    private List<Group> nextBatch() {
        long now = micros.getAsLong();
        Map<BucketView, List<Waiting>> batch = new LinkedHashMap<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            if (!next.isDone() && !next.completeFromBlock(now)) {
                batch.computeIfAbsent(next.view, view -> new ArrayList<>()).add(next);
            }
            if (batch.size() == MAX_BUCKETS) {
                break;
            }
        }
        return batch.entrySet().stream()
                .map(group -> Group.of(group.getKey(), group.getValue(), now))
                .toList();
    }

    private CompletionStage<?> send(List<Group> batch) {
        return run(batch).whenComplete((numbers, failure) -> {
            for (int i = 0; i < batch.size(); i++) {
                if (failure == null) {
                    batch.get(i).complete(numbers, i, batch.size());
                } else {
                    batch.get(i).fail(failure);
                }
            }
        });
    }

    private CompletionStage<List<?>> run(List<Group> batch) {
        String[] keys = batch.stream().map(group -> group.view.key()).toArray(String[]::new);
        String[] arguments = batch.stream()
                .flatMap(group -> group.request.arguments().stream())
                .toArray(String[]::new);
        try {
            return redis.counted(ACQUIRE.run(commands, ScriptOutputType.MULTI, keys, arguments));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
