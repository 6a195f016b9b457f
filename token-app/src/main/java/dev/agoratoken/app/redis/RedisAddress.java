package dev.agoratoken.app.redis;

import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of Redis, in the form of Lettuce: {@code redis://user:password@host:port/database}, {@code rediss://} for TLS,
 * {@code redis-sentinel://host,host/database#master}, and several hosts or {@code cluster=true} for a cluster.
 */
public final class RedisAddress {
    private static final Set<String> SCHEMES = Set.of("redis", "rediss", "redis-sentinel", "rediss-sentinel");
    private static final Pattern HOST = Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[^:\\[\\],]+)(?::([0-9]{1,5}))?");
    private static final int MAX_PORT = 65_535;
    /** The rest of a password would be read as a path or as parameters, which are shown. */
    private static final Pattern UNENCODED_PASSWORD = Pattern.compile("://[^/?#]*[/?#].*@", Pattern.DOTALL);

    private static final String FORM = "use redis://HOST:PORT, rediss://HOST:PORT (TLS), redis-sentinel://HOST#MASTER"
            + " or redis://HOST,HOST (cluster)";

    private final URI address;
    private final String prefix;
    private final boolean cluster;

    private RedisAddress(URI address, String prefix, boolean cluster) {
        this.address = address;
        this.prefix = prefix;
        this.cluster = cluster;
    }

    /**
     * Parses an address.
     *
     * @throws InvalidValueException if it is invalid; the message does not show a password
     */
    public static RedisAddress parse(String text) {
        if (UNENCODED_PASSWORD.matcher(text).find()) {
            throw RedisParameters.invalid(
                    "'@' after the host, or '/', '?' or '#' in the password",
                    "percent-encode them, or use shared.redis-password.file");
        }
        try {
            URI uri = URI.create(text.strip());
            requireHosts(uri);
            RedisParameters parameters = RedisParameters.of(uri);
            RedisAddress redisAddress = new RedisAddress(
                    withQuery(uri, parameters.lettuceQuery()), parameters.prefix(), parameters.isCluster(uri));
            redisAddress.uris();
            return redisAddress;
        } catch (InvalidValueException e) {
            throw e;
        } catch (RuntimeException e) {
            // Messages of the libraries show the address, and with it the password.
            throw RedisParameters.invalid(
                    "invalid address "
                            + Printable.quote(SettingKey.SHARED_REDIS.type().format(text)),
                    FORM);
        }
    }

    private static void requireHosts(URI uri) {
        boolean valid = uri.getScheme() != null
                && SCHEMES.contains(uri.getScheme())
                && uri.getRawAuthority() != null
                && Arrays.stream(hosts(uri).split(",", -1)).allMatch(RedisAddress::isHost);
        if (!valid) {
            throw new IllegalArgumentException("no address of Redis");
        }
    }

    private static boolean isHost(String text) {
        Matcher host = HOST.matcher(text);
        int port = host.matches() && host.group(1) != null ? Integer.parseInt(host.group(1)) : 1;
        return host.matches() && port >= 1 && port <= MAX_PORT;
    }

    private static URI withQuery(URI uri, String query) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority()
                + (uri.getRawPath() == null ? "" : uri.getRawPath())
                + query
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment()));
    }

    /** The nodes to connect to first: one, or several of a cluster. Mutable, and new for each call. */
    List<RedisURI> uris() {
        return cluster ? RedisClusterURIUtil.toRedisURIs(address) : List.of(RedisURI.create(address.toString()));
    }

    boolean cluster() {
        return cluster;
    }

    /** What the names of all keys begin with. */
    public String prefix() {
        return prefix;
    }

    /** User and password, percent-decoded; empty if there are none. */
    String userInfo() {
        String authority = address.getAuthority();
        int at = authority.lastIndexOf('@');
        return at < 0 ? "" : authority.substring(0, at);
    }

    static String hosts(URI uri) {
        String authority = uri.getRawAuthority();
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** Scheme and hosts, without user, password, database and parameters. */
    @Override
    public String toString() {
        String master = address.getFragment() == null ? "" : "#" + address.getFragment();
        return address.getScheme() + "://" + hosts(address) + master;
    }
}
