package dev.agoratoken.http.tls;

import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.token.InvalidValueException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How TLS is spoken. The files are read again every few seconds, and what is new in them is used for new connections; those
 * that are open go on.
 */
public final class ReloadingTls extends AbstractLifeCycle {
    public static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(ReloadingTls.class);

    private final TlsFiles files;
    private final Scheduler scheduler;
    private final Duration pause;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private TlsMaterial current;
    private String complaint = "";
    private boolean complained;

    /**
     * Makes it.
     *
     * @throws InvalidValueException if the files cannot be used
     */
    public ReloadingTls(TlsFiles files, Scheduler scheduler, Duration pause) {
        this.files = files;
        this.scheduler = scheduler;
        this.pause = pause;
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

    @Override
    protected void doStart() {
        scheduleReload();
    }

    private void scheduleReload() {
        scheduler.schedule(this::reload, pause.toMillis(), TimeUnit.MILLISECONDS);
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
            throw new AssertionError("a context that stands can be taken", e);
        }
    }

    private void clearWarning() {
        complaint = "";
        complained = false;
    }

    /** Once for each state of the files, and when it is seen again: before, somebody may still be copying them. */
    private void warnOnce(String message) {
        if (!complaint.equals(message)) {
            complaint = message;
            complained = false;
        } else if (!complained) {
            complained = true;
            LOG.warn("TLS files rejected, the previous ones stay in use: {}", message);
        }
    }
}
