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
public final class Tls extends AbstractLifeCycle {
    public static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

    private final TlsFiles files;
    private final Scheduler scheduler;
    private final Duration pause;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private TlsIdentity used;
    private String complaint = "";
    private boolean complained;

    /**
     * Makes it.
     *
     * @throws InvalidValueException if the files cannot be used
     */
    public Tls(TlsFiles files, Scheduler scheduler, Duration pause) {
        this.files = files;
        this.scheduler = scheduler;
        this.pause = pause;
        this.used = TlsIdentity.read(files);
        factory.setSslContext(used.context());
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setCipherComparator(HTTP2Cipher.COMPARATOR);
        if (files.clientAuthority().isPresent()) {
            factory.setWantClientAuth(!files.clientMust());
            factory.setNeedClientAuth(files.clientMust());
        }
    }

    public SslContextFactory.Server factory() {
        return factory;
    }

    @Override
    protected void doStart() {
        lookAgainLater();
    }

    private void lookAgainLater() {
        scheduler.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            take(TlsIdentity.read(files));
            settle();
        } catch (InvalidValueException e) {
            complain(e.getMessage());
        } finally {
            if (isRunning()) {
                lookAgainLater();
            }
        }
    }

    private void take(TlsIdentity found) {
        if (found.isSameAs(used)) {
            return;
        }
        try {
            factory.reload(changed -> changed.setSslContext(found.context()));
            used = found;
            LOG.info("the new files are used for TLS from now on: {}", files.certificate());
        } catch (Exception e) {
            throw new AssertionError("a context that stands can be taken", e);
        }
    }

    private void settle() {
        complaint = "";
        complained = false;
    }

    /** Once for each state of the files, and when it is seen again: before, somebody may still be copying them. */
    private void complain(String message) {
        if (!complaint.equals(message)) {
            complaint = message;
            complained = false;
        } else if (!complained) {
            complained = true;
            LOG.warn("TLS goes on with what it had: {}", message);
        }
    }
}
