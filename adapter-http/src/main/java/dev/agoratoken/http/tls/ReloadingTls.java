package dev.agoratoken.http.tls;

import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.token.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS with files that are checked for changes every few seconds. New certificates apply to new connections; open ones
 * continue.
 */
public final class ReloadingTls extends AbstractLifeCycle {
    public static final Duration RELOAD_INTERVAL = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(ReloadingTls.class);

    private final TlsFiles files;
    private final Scheduler scheduler;
    private final Duration interval;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private volatile TlsMaterial current;
    private String lastError = "";
    private boolean reported;

    /**
     * Reads the files.
     *
     * @throws InvalidValueException if the files are invalid
     */
    public ReloadingTls(TlsFiles files, Scheduler scheduler, Duration interval) {
        this.files = files;
        this.scheduler = scheduler;
        this.interval = interval;
        this.current = TlsMaterial.read(files);
        factory.setSslContext(current.context());
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setCipherComparator(HTTP2Cipher.COMPARATOR);
        if (files.clientCa().isPresent()) {
            factory.setWantClientAuth(!files.clientCertRequired());
            factory.setNeedClientAuth(files.clientCertRequired());
        }
    }

    public SslContextFactory.Server factory() {
        return factory;
    }

    /** When the first certificate of the chain in use expires. */
    public Instant expiresAt() {
        return current.expiresAt();
    }

    @Override
    protected void doStart() {
        scheduleReload();
    }

    private void scheduleReload() {
        scheduler.schedule(this::reload, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void reload() {
        try {
            apply(TlsMaterial.read(files));
            clearWarning();
        } catch (InvalidValueException e) {
            warnOnce(e.getMessage());
        } finally {
            if (isRunning()) {
                scheduleReload();
            }
        }
    }

    private void apply(TlsMaterial found) {
        if (found.isSameAs(current)) {
            return;
        }
        try {
            factory.reload(changed -> changed.setSslContext(found.context()));
            current = found;
            LOG.info("TLS files reloaded: {}", files.certificate());
        } catch (Exception e) {
            throw new AssertionError("a valid context can be set", e);
        }
    }

    private void clearWarning() {
        lastError = "";
        reported = false;
    }

    /** Warns once for each state of the files, at its second check: at the first, they may still be copied. */
    private void warnOnce(String message) {
        if (!lastError.equals(message)) {
            lastError = message;
            reported = false;
        } else if (!reported) {
            reported = true;
            LOG.warn("TLS files rejected, the previous ones stay in use: {}", message);
        }
    }
}
