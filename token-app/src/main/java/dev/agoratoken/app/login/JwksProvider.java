package dev.agoratoken.app.login;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.agoratoken.app.config.TrackedFiles;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.process.BackgroundThread;
import dev.agoratoken.http.settings.JwksStatus;
import dev.agoratoken.http.settings.LoopbackHost;
import dev.agoratoken.http.settings.ProviderOutage;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/**
 * Provides the public keys of identity providers (JWKS, RFC 7517). Fetched keys survive a reload, because a provider may be
 * down at that time. Thread-safe.
 */
public final class JwksProvider {
    /** Far more than a key set needs. */
    private static final int MAX_BYTES = 256 * 1024;

    private static final Duration REFRESH_INTERVAL = Duration.ofMinutes(15);
    private static final Duration CACHE_TTL = Duration.ofDays(1);
    private static final Duration NO_WAITING = Duration.ZERO;

    private final Duration timeout;
    private final InstantSource clock;
    private final EventLog log;
    private final Map<URI, Fetched> fetched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService background = BackgroundThread.scheduler("keys of identity providers");

    /**
     * Creates a provider. After a failed fetch, a URL is not used for three times the timeout.
     *
     * @param log gets the reason when keys cannot be fetched
     */
    public JwksProvider(Duration timeout, InstantSource clock, EventLog log) {
        this.timeout = timeout;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Reads the keys in a file.
     *
     * @throws InvalidValueException if it cannot be read or is not a key set
     */
    JWKSource<SecurityContext> fromFile(Path file, TrackedFiles files) {
        try {
            JWKSet keys = JWKSet.parse(files.text(file, MAX_BYTES)).toPublicJWKSet();
            if (!keys.isEmpty()) {
                return new ImmutableJWKSet<>(keys);
            }
        } catch (IOException | ParseException e) {
            // Reported below, like an empty set.
        }
        throw new InvalidValueException(
                "jwks-file",
                "the file " + Printable.quote(file.toString()) + " holds no public keys",
                "name a readable JWKS file (RFC 7517)");
    }

    /**
     * The keys at a URL. The first request, and a request with an unknown key ID, fetches them; other requests do not wait
     * for that. Then they are refreshed in the background every 15 minutes, and used for a day while the provider is down.
     *
     * @throws InvalidValueException if the URL is invalid, or not encrypted and not on this machine
     */
    JWKSource<SecurityContext> fromUrl(String address) {
        return fetched.computeIfAbsent(uri(address), this::fetched).keys();
    }

    /** The outages of those providers whose last fetch failed. */
    public List<ProviderOutage> outages(Stream<IdentityProvider> providers) {
        return monitors(providers).flatMap(monitor -> monitor.outage().stream()).toList();
    }

    /** The states of the key sets that are fetched for these providers. */
    public List<JwksStatus> statuses(Stream<IdentityProvider> providers) {
        return monitors(providers).map(MonitoredJwkSet::status).toList();
    }

    private Stream<MonitoredJwkSet> monitors(Stream<IdentityProvider> providers) {
        return providers
                .flatMap(provider ->
                        fetched.values().stream().filter(known -> known.keys().equals(provider.keys())))
                .distinct()
                .map(Fetched::monitor);
    }

    private Fetched fetched(URI address) {
        JWKSetSource<SecurityContext> download =
                new URLBasedJWKSetSource<>(url(address), new BoundedResourceRetriever(MAX_BYTES, timeout));
        MonitoredJwkSet monitor = new MonitoredJwkSet(download, address, clock, log);
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        new RateLimitedJwkSet(monitor, timeout.multipliedBy(3), clock))
                .cache(CACHE_TTL.toMillis(), NO_WAITING.toMillis())
                .refreshAheadCache(
                        CACHE_TTL.minus(REFRESH_INTERVAL).toMillis(), null, background, false, background, false)
                .rateLimited(false)
                .build();
        return new Fetched(keys, monitor);
    }

    /** Fetches missing keys in the background, before the first request needs them. */
    public void prefetch() {
        fetched.values().forEach(known -> background.execute(() -> fetch(known.keys())));
    }

    private static void fetch(JWKSource<SecurityContext> keys) {
        try {
            keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
        } catch (KeySourceException e) {
            // The next request that needs the keys reports the failure.
        }
    }

    private static URI uri(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return safe(uri);
            }
        } catch (IllegalArgumentException e) {
            // Reported below, like other invalid URLs.
        }
        throw new InvalidValueException(
                "jwks", "invalid URL " + Printable.quote(address), "use the https URL of the provider's JWKS");
    }

    /** An attacker who can replace the keys in transit can forge JWTs. */
    private static URI safe(URI uri) {
        if ("http".equals(uri.getScheme()) && !LoopbackHost.matches(uri.getHost())) {
            throw new InvalidValueException(
                    "jwks",
                    Printable.quote(uri.toString()) + " is not encrypted",
                    "use https or jwks-file; http is for loopback addresses only");
        }
        return uri;
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError("every Java platform knows http and https", e);
        }
    }

    private record Fetched(JWKSource<SecurityContext> keys, MonitoredJwkSet monitor) {}
}
