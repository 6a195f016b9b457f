package dev.agoratoken.app.serve;

import dev.agoratoken.app.config.TrackedFiles;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.settings.StartupConfig;
import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.http.settings.ReloadStats;
import dev.agoratoken.token.InvalidValueException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The current configuration of the server, reloaded when a file changes. A valid new state replaces the current one
 * atomically; an invalid one is rejected.
 */
final class ReloadingConfiguration implements Supplier<ConfigSnapshot>, ReloadStats {
    private final Function<TrackedFiles, LoadedConfig> reader;
    private final InstantSource clock;
    private final EventLog log;
    private final AtomicLong reloads = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final StartupConfig startupConfig;
    private volatile Loaded loaded;
    private TrackedFiles files;

    /**
     * Reads the configuration.
     *
     * @param files tracks the files that are read
     * @param log gets a line for each change
     * @throws InvalidValueException if it is invalid
     */
    ReloadingConfiguration(
            Function<TrackedFiles, LoadedConfig> reader, TrackedFiles files, InstantSource clock, EventLog log) {
        this.files = files;
        this.reader = reader;
        this.clock = clock;
        this.log = log;
        LoadedConfig first = reader.apply(files);
        this.startupConfig = first.start();
        this.loaded = new Loaded(first.state(), clock.instant());
    }

    /** Reloads if a file has changed. A file that changes during the reload is read at the next check. */
    synchronized void reloadIfChanged() {
        if (!files.unchanged()) {
            read("configuration changed and applied");
        }
    }

    /** Reloads even if no file has changed, and logs the outcome. */
    synchronized void reload() {
        read("configuration reloaded");
    }

    private void read(String event) {
        TrackedFiles now = files.again();
        Runnable outcome = outcome(now, event);
        if (now.unchanged()) {
            files = now;
            outcome.run();
        }
    }

    private Runnable outcome(TrackedFiles now, String event) {
        try {
            LoadedConfig read = reader.apply(now);
            return () -> apply(read, event);
        } catch (InvalidValueException e) {
            return () -> reject(e.getMessage());
        } catch (RuntimeException e) {
            return () -> reject("internal error: " + e.getClass().getSimpleName());
        }
    }

    private void apply(LoadedConfig read, String event) {
        ServingState state = read.state();
        boolean guarded = !state.callers().isEmpty();
        if (!guarded && !loaded.state().callers().isEmpty()) {
            reject("callers: all callers were removed; restart the server to serve without authentication");
            return;
        }
        loaded = new Loaded(state, clock.instant());
        reloads.incrementAndGet();
        log.info(event + restartNeeded(startupConfig.changedKeys(read.start(), guarded)));
    }

    private static String restartNeeded(List<String> settings) {
        return settings.isEmpty() ? "" : "; restart the server to apply " + String.join(", ", settings);
    }

    private void reject(String reason) {
        rejected.incrementAndGet();
        log.error("configuration rejected, the current one stays: " + reason.replaceAll("\\R", " "));
    }

    /** The current state. */
    ServingState state() {
        return loaded.state();
    }

    @Override
    public ConfigSnapshot get() {
        return loaded.state().configSnapshot();
    }

    @Override
    public Instant loadedAt() {
        return loaded.at();
    }

    @Override
    public long reloads() {
        return reloads.get();
    }

    @Override
    public long rejectedReloads() {
        return rejected.get();
    }

    private record Loaded(ServingState state, Instant at) {}
}
