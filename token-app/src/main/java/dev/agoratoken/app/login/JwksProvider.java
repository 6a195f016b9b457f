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
import dev.agoratoken.http.settings.ProviderOutage;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the public keys of identity providers come from (JWKS, RFC 7517). Keys that were fetched outlive a configuration that
 * is read again: a provider may be down just then. Thread-safe.
 */
public final class JwksProvider {
    /** A key set that is longer is none that we want. */
    private static final int MAX_BYTES = 256 * 1024;

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    private static final Duration REFRESH_INTERVAL = Duration.ofMinutes(15);
    private static final Duration CACHE_TTL = Duration.ofDays(1);
    private static final Duration NO_WAITING = Duration.ZERO;

    private final Duration patience;
    private final InstantSource clock;
    private final EventLog log;
    private final Map<URI, Fetched> fetched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "keys of identity providers");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Keys that are fetched with so much patience; after a failure comes a pause that is longer.
     *
     * @param log gets the reason when keys cannot be fetched
     */
    public JwksProvider(Duration patience, InstantSource clock, EventLog log) {
        this.patience = patience;
        this.clock = clock;
        this.log = log;
    }

    /**
     * The keys in a file, as they are now.
     *
     * @throws InvalidValueException if it cannot be read or is no key set
     */
    JWKSource<SecurityContext> fromFile(Path file, TrackedFiles files) {
        try {
            JWKSet keys = JWKSet.parse(files.text(file, MAX_BYTES)).toPublicJWKSet();
            if (!keys.isEmpty()) {
                return new ImmutableJWKSet<>(keys);
            }
        } catch (IOException | ParseException e) {
            // Said below, as for a set of nothing.
        }
        throw new InvalidValueException(
                "jwks-file",
                "the file " + Printable.quote(file.toString()) + " holds no public keys",
                "name a readable JWKS file (RFC 7517)");
    }

    /**
     * The keys at an address. They are fetched when they are needed for the first time and for a key id that is not among
     * them, by whoever needs them; nobody waits for somebody else's fetch. From then on they are fetched anew in the
     * background every quarter of an hour, and used for a day while the provider is down.
     *
     * @throws InvalidValueException if that is no address, or others could change what comes from there
     */
    JWKSource<SecurityContext> fromUrl(String address) {
        return fetched.computeIfAbsent(uri(address), this::fetched).keys();
    }

    /** The providers among these whose keys could not be fetched the last time. */
    public List<ProviderOutage> outages(Stream<IdentityProvider> providers) {
        return providers
                .flatMap(provider -> fetched.values().stream().filter(known -> known.keys() == provider.keys()))
                .distinct()
                .flatMap(known -> known.monitor().outage().stream())
                .toList();
    }

    private Fetched fetched(URI address) {
        JWKSetSource<SecurityContext> download =
                new URLBasedJWKSetSource<>(url(address), new BoundedResourceRetriever(MAX_BYTES, patience));
        MonitoredJwkSet monitor = new MonitoredJwkSet(download, address, clock, log);
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        new RateLimitedJwkSet(monitor, patience.multipliedBy(3), clock))
                .cache(CACHE_TTL.toMillis(), NO_WAITING.toMillis())
                .refreshAheadCache(
                        CACHE_TTL.minus(REFRESH_INTERVAL).toMillis(), null, background, false, background, false)
                .rateLimited(false)
                .build();
        return new Fetched(keys, monitor);
    }

    /** Has those fetched that are not there yet, so that the first who need them find them. */
    public void prefetch() {
        fetched.values().forEach(known -> background.execute(() -> fetch(known.keys())));
    }

    private static void fetch(JWKSource<SecurityContext> keys) {
        try {
            keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
        } catch (KeySourceException e) {
            // Whoever needs them will be told.
        }
    }

    private static URI uri(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return safe(uri);
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for every other text that is no address.
        }
        throw new InvalidValueException(
                "jwks", "invalid URL " + Printable.quote(address), "use the https URL of the provider's JWKS");
    }

    /** Whoever could change these keys on their way could make login tokens. */
    private static URI safe(URI uri) {
        if ("http".equals(uri.getScheme()) && !LOOPBACK.matcher(uri.getHost()).matches()) {
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
