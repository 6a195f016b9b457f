package dev.agoratoken.app;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the public keys of identity providers come from (JWKS, RFC 7517). Keys that were fetched outlive a configuration that
 * is read again: a provider may be down just then. Thread-safe.
 */
final class ProviderKeys {
    /** A key set that is longer is none that we want. */
    private static final int LONGEST = 256 * 1024;

    private final Duration patience;
    private final Map<URI, JWKSource<SecurityContext>> fetched = new ConcurrentHashMap<>();

    /** Keys that are fetched with so much patience. */
    ProviderKeys(Duration patience) {
        this.patience = patience;
    }

    /**
     * The keys in a file, as they are now.
     *
     * @throws InvalidValueException if it cannot be read or is no key set
     */
    JWKSource<SecurityContext> in(Path file, ReadFiles files) {
        try {
            JWKSet keys = JWKSet.parse(files.text(file, LONGEST)).toPublicJWKSet();
            if (!keys.isEmpty()) {
                return new ImmutableJWKSet<>(keys);
            }
        } catch (IOException | ParseException e) {
            // Said below, as for a set of nothing.
        }
        throw new InvalidValueException(
                "jwks-file",
                "the file " + Received.quoted(file.toString()) + " holds no public keys",
                "name a readable file with a JWKS (RFC 7517) in it");
    }

    /**
     * The keys at an address. They are fetched when they are needed for the first time, kept for a while, kept for a day
     * while the provider is down, and fetched again for a key id that is not among them.
     *
     * @throws InvalidValueException if that is no address
     */
    JWKSource<SecurityContext> at(String address) {
        return fetched.computeIfAbsent(uri(address), this::fetched);
    }

    private JWKSource<SecurityContext> fetched(URI address) {
        BoundedDownload download = new BoundedDownload(LONGEST, patience);
        return JWKSourceBuilder.create(new RarelyFetched(new URLBasedJWKSetSource<>(url(address), download)))
                .cache(
                        Duration.ofMinutes(15).toMillis(),
                        patience.multipliedBy(2).toMillis())
                .refreshAheadCache(false)
                .rateLimited(false)
                .outageTolerant(Duration.ofDays(1).toMillis())
                .build();
    }

    private static URI uri(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for every other text that is no address.
        }
        throw new InvalidValueException(
                "jwks",
                Received.quoted(address) + " is no address",
                "give the https address of the provider's key set");
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError("every Java platform knows http and https", e);
        }
    }
}
