package dev.agoratoken.http.tls;

import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The contents of {@link TlsFiles}: certificate chain, private key and client authorities, which match each other. */
public final class TlsMaterial {
    private static final char[] NO_PASSWORD = {};

    private final List<X509Certificate> chain;
    private final PrivateKey key;
    private final List<X509Certificate> authorities;

    private TlsMaterial(List<X509Certificate> chain, PrivateKey key, List<X509Certificate> authorities) {
        this.chain = chain;
        this.key = key;
        this.authorities = authorities;
    }

    /**
     * Reads the files.
     *
     * @throws InvalidValueException if a file is invalid, or the key does not match the certificate
     */
    public static TlsMaterial read(TlsFiles files) {
        List<X509Certificate> chain =
                PemFile.read("server.tls.certificate", files.certificate()).certificates();
        PrivateKey key = PemFile.read("server.tls.key", files.key())
                .key(chain.get(0).getPublicKey().getAlgorithm());
        List<X509Certificate> authorities = files.clientCa()
                .map(path -> PemFile.read("server.tls.client-ca", path).certificates())
                .orElse(List.of());
        if (!keyMatchesCertificate(chain.get(0), key)) {
            throw new InvalidValueException(
                    "server.tls.key",
                    files.key() + " does not match the first certificate in " + files.certificate(),
                    "use the key and certificate of one pair");
        }
        return new TlsMaterial(chain, key, authorities);
    }

    private static boolean keyMatchesCertificate(X509Certificate certificate, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            byte[] signature = signing.sign();
            signing.initVerify(certificate.getPublicKey());
            return signing.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Creates the context for new connections. */
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError("every JVM has TLS, and the certificates and the key are valid", e);
        }
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    /** Without authorities, no client is trusted. */
    private TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
        if (authorities.isEmpty()) {
            return new TrustManager[0];
        }
        KeyStore store = emptyStore();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("client-ca-" + i, authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    /** When the first certificate of the chain expires. */
    Instant expiresAt() {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    boolean isSameAs(TlsMaterial other) {
        return chain.equals(other.chain) && key.equals(other.key) && authorities.equals(other.authorities);
    }
}
