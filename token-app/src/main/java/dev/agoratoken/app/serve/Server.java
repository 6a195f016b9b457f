package dev.agoratoken.app.serve;

import dev.agoratoken.app.audit.Audits;
import dev.agoratoken.app.config.ReadFiles;
import dev.agoratoken.app.config.Settings;
import dev.agoratoken.app.config.SettingsSource;
import dev.agoratoken.app.config.Watch;
import dev.agoratoken.app.log.ServerLog;
import dev.agoratoken.app.process.Shutdown;
import dev.agoratoken.app.settings.ServerConfig;
import dev.agoratoken.app.settings.StartConfig;
import dev.agoratoken.cli.port.Operator.Listening;
import dev.agoratoken.cli.port.ServeFunction;
import dev.agoratoken.http.HttpAdapter;
import dev.agoratoken.http.settings.BuildFacts;
import dev.agoratoken.http.settings.HttpPorts;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** {@code serve}: starts the HTTP server, says where it is, and runs until the process is told to stop. */
public final class Server implements ServeFunction {
    /** Often enough for whoever swaps a secret, and seldom enough to cost nothing. */
    private static final Duration CHECKED_EVERY = Duration.ofSeconds(5);

    private final SettingsSource settings;
    private final Function<Audits, StateReader> states;
    private final BuildFacts build;
    private final Shutdown shutdown;

    public Server(SettingsSource settings, Function<Audits, StateReader> states, BuildFacts build, Shutdown shutdown) {
        this.settings = settings;
        this.states = states;
        this.build = build;
        this.shutdown = shutdown;
    }

    @Override
    public int serve(ServeOptions options, PrintStream err) {
        StartConfig start = start(settings.load(options.overrides()), options);
        ServerConfig server = start.server();
        ServerLog log = server.logFormat().open(err, InstantSource.system());
        // What collects logs reads no other lines: whatever is printed from here on goes there, too.
        System.setErr(log.messages());
        Audits audits = Audits.open(start.audit(), log.decisions(), InstantSource.system(), Server::say);
        StateReader reader = states.apply(audits);
        LiveConfiguration live = new LiveConfiguration(reader(options, reader), reader.clock(), Server::say);
        boolean guarded = !live.state().callers().isEmpty();
        if (options.demo()) {
            server.checkDemo();
        } else {
            start.check(guarded);
        }
        String host = server.hostFor(guarded);
        HttpAdapter http = new HttpAdapter(
                server.http(guarded),
                new HttpPorts(live, live, log.requests(), audits::trouble, reader.clock(), build));
        run(
                http,
                live,
                () -> announce(new Announcement(
                        new Announcement.Address(server.scheme(), host, http.port()),
                        server.open(),
                        server.console(),
                        live.state(),
                        options.demo())));
        return 0;
    }

    /** Listens for signals first: a server that is told to stop while it starts stops as well as any other. */
    private void run(HttpAdapter http, LiveConfiguration live, Runnable started) {
        CountDownLatch stopped = new CountDownLatch(1);
        Watch watch = new Watch(live::check, CHECKED_EVERY, Server::say);
        Listening listening = shutdown.onSignal(() -> {
            watch.close();
            http.stop();
            stopped.countDown();
            return 0;
        });
        try {
            if (stopped.getCount() > 0) {
                http.start();
                started.run();
                await(stopped);
            }
        } finally {
            listening.close();
            watch.close();
        }
    }

    private Function<ReadFiles, ReadConfig> reader(ServeOptions options, StateReader states) {
        if (options.demo()) {
            Settings found = settings.load(options.overrides());
            ReadConfig made = new ReadConfig(start(found, options), states.demo(found));
            return files -> made;
        }
        return files -> {
            Settings found = settings.load(options.overrides(), files);
            ReadConfig read = new ReadConfig(start(found, options), states.read(found));
            states.keys().fetchMissing();
            return read;
        };
    }

    private static StartConfig start(Settings found, ServeOptions options) {
        return StartConfig.read(found).with(options);
    }

    private static void say(String line) {
        System.err.println("agora-token: " + line);
    }

    private static void announce(Announcement announcement) {
        announcement.lines().forEach(System.err::println);
        System.err.flush();
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
