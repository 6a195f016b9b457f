package dev.agoratoken.app.serve;

import dev.agoratoken.app.audit.AuditSetup;
import dev.agoratoken.app.bans.BanSetup;
import dev.agoratoken.app.config.PeriodicTask;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingsLoader;
import dev.agoratoken.app.config.TrackedFiles;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.log.LogLevel;
import dev.agoratoken.app.log.ServerLog;
import dev.agoratoken.app.process.ReloadSignal;
import dev.agoratoken.app.process.ShutdownHook;
import dev.agoratoken.app.settings.ServerConfig;
import dev.agoratoken.app.settings.StartupConfig;
import dev.agoratoken.cli.port.ProcessControl.Registration;
import dev.agoratoken.cli.port.ServerLauncher;
import dev.agoratoken.http.HttpAdapter;
import dev.agoratoken.http.settings.BuildInfo;
import dev.agoratoken.http.settings.HealthSources;
import dev.agoratoken.http.settings.HttpPorts;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** {@code serve}: starts the HTTP server, prints its address, and runs until a shutdown signal. */
public final class ServeRunner implements ServerLauncher {
    /** Of the configuration and of TLS files. Short enough for rotating a secret, long enough to cost nothing. */
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);

    private final SettingsLoader settings;
    private final StateFactories states;
    private final BuildInfo build;
    private final ShutdownHook shutdownHook;
    private final ReloadSignal reloadSignal;

    public ServeRunner(
            SettingsLoader settings,
            StateFactories states,
            BuildInfo build,
            ShutdownHook shutdownHook,
            ReloadSignal reloadSignal) {
        this.settings = settings;
        this.states = states;
        this.build = build;
        this.shutdownHook = shutdownHook;
        this.reloadSignal = reloadSignal;
    }

    @Override
    public int serve(ServeOptions options, PrintStream err) {
        TrackedFiles files = new TrackedFiles();
        StartupConfig start = start(settings.load(options.configOverrides(), files), options);
        ServerConfig server = start.server();
        LogLevel level = server.logLevel();
        level.applyToLibraries();
        ServerLog log = server.logFormat().open(err, InstantSource.system()).at(level);
        logUncaughtExceptions();
        EventLog events = log.events();
        AuditSetup auditSetup =
                start.withPlaces(() -> AuditSetup.open(start.audit(), log.decisions(), InstantSource.system(), events));
        try (SharedState shared = options.demo() ? SharedState.local() : SharedState.of(start.shared(), events);
                BanSetup bans = start.withPlaces(() -> bans(start, shared, events))) {
            return serve(options, files, start, log, auditSetup, shared, bans);
        }
    }

    private static BanSetup bans(StartupConfig start, SharedState shared, EventLog events) {
        boolean open = start.server().open();
        InstantSource clock = InstantSource.system();
        return shared.bans()
                .map(bans -> BanSetup.shared(bans.store(), bans::forTokens, bans.lease(), open, clock, events))
                .orElseGet(() -> BanSetup.local(start.bans(), open, clock, events));
    }

    private int serve(
            ServeOptions options,
            TrackedFiles files,
            StartupConfig start,
            ServerLog log,
            AuditSetup auditSetup,
            SharedState shared,
            BanSetup bans) {
        ServerConfig server = start.server();
        EventLog events = log.events();
        ServingStateFactory reader = states.create(shared.rates(), bans, auditSetup, events);
        ReloadingConfiguration live =
                new ReloadingConfiguration(reader(options, reader), files.again(), reader.clock(), events);
        boolean guarded = !live.state().callers().isEmpty();
        if (options.demo()) {
            server.checkDemo();
        } else {
            start.check(guarded);
        }
        String host = server.hostFor(guarded);
        HttpAdapter http = new HttpAdapter(
                server.http(guarded),
                new HttpPorts(
                        live,
                        new HealthSources(
                                live,
                                auditSetup::outage,
                                () -> reader.keys().outages(live.state().identityProviders()),
                                () -> reader.keys().statuses(live.state().identityProviders()),
                                shared.stats(),
                                bans::active,
                                bans::isWritable),
                        log.requests(),
                        reader.clock(),
                        build,
                        options.demo()));
        Runnable reload = options.demo() ? () -> events.info("no configuration to reload in demo mode") : live::reload;
        run(
                http,
                shared,
                new PeriodicTask(List.of(live::reloadIfChanged, http::reloadTlsIfChanged), CHECK_INTERVAL, events),
                reload,
                () -> announce(
                        new StartupBanner(
                                new StartupBanner.Address(server.scheme(), host, http.port(), http.managementPort()),
                                server.open(),
                                server.console(),
                                live.state(),
                                options.demo()),
                        server.logLevel(),
                        log));
        return 0;
    }

    /** Registers for signals first, so that a signal during the start stops the server. */
    private void run(
            HttpAdapter http, SharedState shared, PeriodicTask periodicTask, Runnable reload, Runnable started) {
        CountDownLatch stopped = new CountDownLatch(1);
        Registration registration = shutdownHook.onSignal(() -> {
            periodicTask.close();
            http.stop();
            stopped.countDown();
            return 0;
        });
        Registration reloading = reloadSignal.onSignal(() -> periodicTask.runNow(reload));
        try {
            if (stopped.getCount() > 0) {
                shared.start();
                http.start();
                started.run();
                await(stopped);
            }
        } finally {
            reloading.close();
            registration.close();
            periodicTask.close();
        }
    }

    private Function<TrackedFiles, LoadedConfig> reader(ServeOptions options, ServingStateFactory states) {
        if (options.demo()) {
            ResolvedSettings found = settings.load(options.configOverrides());
            LoadedConfig made = new LoadedConfig(start(found, options), states.demo(found));
            return files -> made;
        }
        return files -> {
            ResolvedSettings found = settings.load(options.configOverrides(), files);
            LoadedConfig read = new LoadedConfig(start(found, options), states.create(found));
            states.keys().prefetch();
            return read;
        };
    }

    private static StartupConfig start(ResolvedSettings found, ServeOptions options) {
        return StartupConfig.read(found).with(options);
    }

    /** Java would print them itself, whatever the format of the log. */
    private static void logUncaughtExceptions() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LoggerFactory.getLogger(ServeRunner.class).error("thread {} failed", thread.getName(), failure));
    }

    /** The demo warning is printed at every level. */
    private static void announce(StartupBanner startupBanner, LogLevel level, ServerLog log) {
        List<String> lines = level.includes(LogLevel.INFO) ? startupBanner.lines() : startupBanner.warnings();
        if (!lines.isEmpty()) {
            log.banner().accept(lines);
        }
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
