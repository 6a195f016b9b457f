package dev.agoratoken.app.serve;

import dev.agoratoken.app.config.ReadFiles;
import dev.agoratoken.app.settings.StartConfig;
import dev.agoratoken.http.settings.ConfigHistory;
import dev.agoratoken.http.settings.Snapshot;
import dev.agoratoken.token.InvalidValueException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The configuration as the server serves it, read again when a file of it changes. The new state takes the place of the old one
 * in a single step, or the old one stays.
 */
final class LiveConfiguration implements Supplier<Snapshot>, ConfigHistory {
    private final Function<ReadFiles, ReadConfig> reader;
    private final InstantSource clock;
    private final Consumer<String> log;
    private final AtomicLong reloads = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final StartConfig atStart;
    private volatile Loaded loaded;
    private ReadFiles files = new ReadFiles();

    /**
     * Reads the configuration.
     *
     * @param log told one line for each change
     * @throws InvalidValueException if it is not good
     */
    LiveConfiguration(Function<ReadFiles, ReadConfig> reader, InstantSource clock, Consumer<String> log) {
        this.reader = reader;
        this.clock = clock;
        this.log = log;
        ReadConfig first = reader.apply(files);
        this.atStart = first.start();
        this.loaded = new Loaded(first.state(), clock.instant());
    }

    /** Reads it again if a file has changed since. A file that changes while it is read is left for the next time. */
    synchronized void check() {
        if (files.areUnchanged()) {
            return;
        }
        ReadFiles now = new ReadFiles();
        Runnable outcome = outcome(now);
        if (now.areUnchanged()) {
            files = now;
            outcome.run();
        }
    }

    private Runnable outcome(ReadFiles now) {
        try {
            ReadConfig read = reader.apply(now);
            return () -> takeOver(read);
        } catch (InvalidValueException e) {
            return () -> refuse(e.getMessage());
        } catch (RuntimeException e) {
            return () -> refuse("internal error: " + e.getClass().getSimpleName());
        }
    }

    private void takeOver(ReadConfig read) {
        ServedState state = read.state();
        boolean guarded = !state.callers().isEmpty();
        if (!guarded && !loaded.state().callers().isEmpty()) {
            refuse(
                    "callers: there are none any more, and a server that asks nobody is not made while it runs; start it again");
            return;
        }
        loaded = new Loaded(state, clock.instant());
        reloads.incrementAndGet();
        log.accept("the configuration has changed and is in use"
                + exceptions(atStart.differencesTo(read.start(), guarded)));
    }

    private static String exceptions(List<String> settings) {
        return settings.isEmpty()
                ? ""
                : ", except for what is read at the start only: " + String.join(", ", settings)
                        + "; start the server again for that";
    }

    private void refuse(String reason) {
        refused.incrementAndGet();
        log.accept("the changed configuration is refused and the old one stays: " + reason.replaceAll("\\R", " "));
    }

    /** What is served now. */
    ServedState state() {
        return loaded.state();
    }

    @Override
    public Snapshot get() {
        return loaded.state().snapshot();
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
    public long refusedReloads() {
        return refused.get();
    }

    private record Loaded(ServedState state, Instant at) {}
}
