package dev.agoratoken.app.redis;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.process.BackgroundThread;
import dev.agoratoken.http.settings.SharedStateStats;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The connection to Redis that all commands share. A command waits for at most {@link #COMMAND_TIMEOUT}. While Redis is
 * unavailable, commands fail at once, and a background thread tries to write to it until it answers again. Each change is
 * one line in the log. Thread-safe.
 */
public final class RedisConnection implements SharedStateStats, AutoCloseable {
    /** Leaves a busy machine some time within the 100 ms that a request may wait. */
    static final Duration COMMAND_TIMEOUT = Duration.ofMillis(75);

    private static final Duration CHECK_INTERVAL = Duration.ofMillis(250);
    private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(1);
    /** How long a connection may be silent before a new one is opened. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(3);
    /** Uses what rate limits use: scripts, writing, memory. */
    private static final String CHECK_SCRIPT = "return redis.call('SET', KEYS[1], '1', 'PX', 10000)";

    private final RedisConnector connector;
    private final RedisSettings settings;
    private final Duration commandTimeout;
    private final RetryDelay retryDelay = new RetryDelay();
    private final AtomicReference<RedisClusterAsyncCommands<String, String>> commands = new AtomicReference<>();
    private final OutageReporter reporter;
    private final LateReplies lateReplies = new LateReplies();
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final ScheduledExecutorService monitor = BackgroundThread.scheduler("redis");

    // Used by the monitor thread only.
    private @Nullable RedisLink link;
    private long checkedAt;
    private long silentSince;

    /** Creates an unavailable connection, which {@link #start} opens. */
    public RedisConnection(RedisSettings settings, EventLog log) {
        this(settings, COMMAND_TIMEOUT, log);
    }

    RedisConnection(RedisSettings settings, Duration commandTimeout, EventLog log) {
        this.commandTimeout = commandTimeout;
        this.connector = new RedisConnector(settings.address(), settings.password(), CHECK_TIMEOUT);
        this.settings = settings;
        this.reporter = new OutageReporter(settings, log);
    }

    /** Connects, and keeps trying in the background if Redis is unavailable. */
    public void start() {
        check();
        long interval = CHECK_INTERVAL.toMillis();
        var unused = monitor.scheduleWithFixedDelay(this::checkSafely, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** What the names of all keys begin with. */
    public String prefix() {
        return settings.address().prefix();
    }

    /**
     * Sends a command and waits for its reply.
     *
     * @param command sends it; a command in several steps waits for them all together
     * @throws RedisUnavailableException if Redis is unavailable, or replies late or with an error
     */
    public <T> T call(Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command)
            throws RedisUnavailableException {
        return call(commandTimeout, true, commands -> counted(command.apply(commands)));
    }

    /**
     * As {@link #call(Function)}, for one of several requests that share a command. Nothing is sent for it after that.
     *
     * @param command the reply to the request, of a command that was {@linkplain #counted counted}
     */
    <T> T callTogether(Function<RedisClusterAsyncCommands<String, String>, CompletableFuture<T>> command)
            throws RedisUnavailableException {
        return call(commandTimeout, true, command);
    }

    /** Counts a command that was sent, once it has a reply. */
    <T> CompletionStage<T> counted(CompletionStage<T> reply) {
        return counted(commandTimeout, reply);
    }

    private <T> CompletionStage<T> counted(Duration timeout, CompletionStage<T> reply) {
        long sent = System.nanoTime();
        return reply.whenComplete((value, failure) -> {
            boolean late = System.nanoTime() - sent > timeout.toNanos();
            (failure == null && !late ? answered : failed).increment();
        });
    }

    /**
     * Sends a command that may take longer. If the reply is an error, other commands go on.
     *
     * @throws RedisUnavailableException if Redis is unavailable, or replies late or with an error
     */
    <T> T call(Duration timeout, Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command)
            throws RedisUnavailableException {
        return call(timeout, false, commands -> counted(timeout, command.apply(commands)));
    }

    private <T> T call(
            Duration timeout,
            boolean errorIsOutage,
            Function<RedisClusterAsyncCommands<String, String>, ? extends CompletionStage<T>> command)
            throws RedisUnavailableException {
        RedisClusterAsyncCommands<String, String> current = commands.get();
        if (current == null) {
            throw new RedisUnavailableException("unavailable");
        }
        try {
            T reply = awaitOrCancel(command.apply(current).toCompletableFuture(), timeout);
            lateReplies.reset();
            return reply;
        } catch (TimeoutException e) {
            throw failed(current, lateReplies.add(), RedisProblem.of(e));
        } catch (ExecutionException | RuntimeException e) {
            boolean interrupted = e.getCause() instanceof InterruptedException;
            boolean refused = e.getCause() instanceof RedisCommandExecutionException;
            throw failed(current, !interrupted && (errorIsOutage || !refused), RedisProblem.of(e));
        }
    }

    private static <T> T awaitOrCancel(CompletableFuture<T> reply, Duration timeout)
            throws ExecutionException, TimeoutException {
        try {
            return await(reply, timeout);
        } catch (TimeoutException e) {
            reply.cancel(false);
            throw e;
        }
    }

    private static <T> T await(CompletionStage<T> reply, Duration timeout) throws ExecutionException, TimeoutException {
        try {
            return reply.toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    private RedisUnavailableException failed(
            RedisClusterAsyncCommands<String, String> used, boolean outage, String problem) {
        if (outage && used.equals(commands.get())) {
            reporter.note(problem);
        }
        if (outage && commands.compareAndSet(used, null)) {
            try {
                monitor.execute(this::reportLoss);
            } catch (RejectedExecutionException e) {
                // Closed: the server is stopping.
            }
        }
        return new RedisUnavailableException(problem);
    }

    private void checkSafely() {
        try {
            boolean due =
                    isAvailable() ? System.nanoTime() - checkedAt >= CHECK_TIMEOUT.toNanos() : retryDelay.isOver();
            if (due) {
                check();
            }
        } catch (RuntimeException | Error e) {
            reporter.reportFault(e);
        }
    }

    private void check() {
        checkedAt = System.nanoTime();
        try {
            if (link == null) {
                link = connector.connect();
            }
            RedisClusterAsyncCommands<String, String> checked = link.commands();
            String key = prefix() + "check";
            await(checked.eval(CHECK_SCRIPT, ScriptOutputType.STATUS, key), CHECK_TIMEOUT);
            silentSince = 0;
            gain(checked);
        } catch (RedisUnavailableException e) {
            lose(e.getMessage());
        } catch (TimeoutException e) {
            lose(RedisProblem.of(e));
            closeIfSilent();
        } catch (ExecutionException | RuntimeException e) {
            lose(RedisProblem.of(e));
            closeLink();
        }
    }

    /** A stopped process answers on the same connection when it continues; a lost machine does not. */
    private void closeIfSilent() {
        long now = System.nanoTime();
        if (silentSince == 0) {
            silentSince = now;
        } else if (now - silentSince > MAX_SILENCE.toNanos()) {
            closeLink();
        }
    }

    private void closeLink() {
        if (link != null) {
            link.close();
            link = null;
        }
        silentSince = 0;
    }

    private void lose(String problem) {
        commands.set(null);
        reporter.noteIfNew(problem);
        reportLoss();
    }

    private void reportLoss() {
        if (reporter.reportLoss()) {
            retryDelay.lost();
        }
    }

    private void gain(RedisClusterAsyncCommands<String, String> checked) {
        reportLoss();
        if (commands.get() == null) {
            reporter.reportGain();
            lateReplies.reset();
            retryDelay.gained();
            commands.set(checked);
        }
    }

    @Override
    public boolean isAvailable() {
        return commands.get() != null;
    }

    boolean isCluster() {
        return settings.address().cluster();
    }

    @Override
    public boolean isRequired() {
        return settings.required();
    }

    @Override
    public long answeredCommands() {
        return answered.sum();
    }

    @Override
    public long failedCommands() {
        return failed.sum();
    }

    @Override
    public int connections() {
        return connector.openSockets();
    }

    @Override
    public void close() {
        commands.set(null);
        monitor.execute(() -> {
            closeLink();
            connector.close();
        });
        monitor.shutdown();
        try {
            if (!monitor.awaitTermination(MAX_SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                monitor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
