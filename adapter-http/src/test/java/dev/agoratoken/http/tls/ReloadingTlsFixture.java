package dev.agoratoken.http.tls;

import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.ServiceType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates and keys for tests, and clients that have them. */
public final class ReloadingTlsFixture {
    private static final char[] NO_PASSWORD = {};

    /** Known by a certificate, and may log into Signaling as alice. */
    private static final Caller BACKEND = new Caller(
            "backend",
            CallerKind.CERTIFICATE,
            Optional.empty(),
            Claims.NONE,
            AccessRules.allowing(
                    Rule.of("callers[0].allow[0]", List.of(ServiceType.RTM)).withUsers(UserRule.ofName("alice"))));

    private ReloadingTlsFixture() {}

    /** A certificate with its key, for a server that asks for none. */
    public static TlsFiles files() {
        return new TlsFiles(file("server.pem"), file("server.key"), Optional.empty(), false);
    }

    static Path file(String name) {
        try {
            return Path.of(ReloadingTlsFixture.class.getResource("/tls/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<X509Certificate> certificates(String name) {
        return PemFile.read(name, file(name)).certificates();
    }

    /** Lets those in who show a certificate for that name. */
    static Supplier<AuthorizingIssuer> issuerFor(String subject) {
        AuthorizingIssuer issuer = new AuthorizingIssuer(
                credentials -> {
                    if (credentials.certificateSubject().filter(subject::equals).isPresent()) {
                        return BACKEND;
                    }
                    throw new AuthenticationException("there is no certificate", "show one");
                },
                HttpFixture.issuer(TokenFormat.V007),
                (caller, limit) -> {
                    throw new AssertionError("nobody has a limit");
                },
                BanChecker.NONE,
                AuditPolicy.NONE);
        return () -> issuer;
    }

    /** One that believes the servers of these tests. */
    public static SSLContext client() {
        return client(new KeyManager[0]);
    }

    /** The same with a certificate of its own, for {@code CN=backend}. */
    static SSLContext clientWithCertificate() {
        try {
            KeyStore store = emptyStore();
            PrivateKey key = PemFile.read("client.key", file("client.key")).key("EC");
            store.setKeyEntry(
                    "client", key, NO_PASSWORD, certificates("client.pem").toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return client(factory.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SSLContext client(KeyManager[] own) {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("first", certificates("server.pem").get(0));
            store.setCertificateEntry("renewed", certificates("renewed.pem").get(0));
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
