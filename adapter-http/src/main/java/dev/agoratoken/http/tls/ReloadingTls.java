package dev.agoratoken.http.tls;

import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.token.InvalidValueException;
import java.time.Instant;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TLS with files that can be read again. New certificates apply to new connections; open ones continue. */
public final class ReloadingTls {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadingTls.class);

    private final TlsFiles files;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private volatile TlsMaterial current;
    private String lastError = "";
    private boolean reported;

    /**
     * Reads the files.
     *
     * @throws InvalidValueException if the files are invalid
     */
    public ReloadingTls(TlsFiles files) {
        this.files = files;
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

    /** Applies the files if they changed and belong together. Called by one thread at a time. */
    public void reloadIfChanged() {
        try {
            apply(TlsMaterial.read(files));
            clearWarning();
        } catch (InvalidValueException e) {
            warnOnce(e.getMessage());
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
