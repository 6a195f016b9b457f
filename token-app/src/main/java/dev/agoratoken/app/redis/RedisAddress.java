package dev.agoratoken.app.redis;

import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of Redis, in the form of Lettuce: {@code redis://user:password@host:port/database}, {@code rediss://} for TLS,
 * {@code redis-sentinel://host,host/database#master}, and several hosts or {@code cluster=true} for a cluster.
 */
public final class RedisAddress {
    private static final Set<String> SCHEMES = Set.of("redis", "rediss", "redis-sentinel", "rediss-sentinel");
    private static final String PREFIX = "prefix";
    private static final String CLUSTER = "cluster";
    private static final String DEFAULT_PREFIX = "agora-token:";
    private static final Pattern VALID_PREFIX = Pattern.compile("[A-Za-z0-9:._-]{1,64}");
    /** The rest of a password would be read as a path or as parameters, which are shown. */
    private static final Pattern UNENCODED_PASSWORD = Pattern.compile("://[^/?#]*[/?#].*@", Pattern.DOTALL);

    private static final Set<String> LETTUCE_PARAMETERS =
            Set.of("clientName", "database", "db", "sentinelMasterId", "verifyPeer");
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
            throw invalid(
                    "'@' after the host, or '/', '?' or '#' in the password",
                    "percent-encode them, or use shared.redis-password.file");
        }
        try {
            URI uri = URI.create(text.strip());
            Map<String, String> parameters = parameters(uri);
            String prefix = prefix(parameters);
            boolean cluster = cluster(parameters, uri);
            requireKnown(parameters);
            RedisAddress redisAddress = new RedisAddress(withQuery(uri, parameters), prefix, cluster);
            redisAddress.uris();
            return redisAddress;
        } catch (InvalidValueException e) {
            throw e;
        } catch (RuntimeException e) {
            // Messages of the libraries show the address, and with it the password.
            throw invalid(
                    "invalid address "
                            + Printable.quote(SettingKey.SHARED_REDIS.type().format(text)),
                    FORM);
        }
    }

    private static Map<String, String> parameters(URI uri) {
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getRawAuthority() == null) {
            throw new IllegalArgumentException("no address of Redis");
        }
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0],
                        parts -> parts.length == 2 ? parts[1] : "",
                        (first, second) -> second,
                        LinkedHashMap::new));
    }

    private static String prefix(Map<String, String> parameters) {
        String prefix = parameters.containsKey(PREFIX) ? parameters.remove(PREFIX) : DEFAULT_PREFIX;
        if (!VALID_PREFIX.matcher(prefix).matches()) {
            throw invalid(
                    "invalid prefix " + Printable.quote(prefix),
                    "use 1 to 64 letters, digits, ':', '.', '_' and '-', such as prefix=agora-token:");
        }
        return prefix;
    }

    private static boolean cluster(Map<String, String> parameters, URI uri) {
        boolean sentinel = uri.getScheme().endsWith("-sentinel");
        boolean cluster =
                parameters.containsKey(CLUSTER) ? isTrue(parameters.remove(CLUSTER)) : hasSeveralHosts(uri, sentinel);
        if (cluster && sentinel) {
            throw invalid("cluster=true does not apply to Sentinel", "use redis:// for a cluster");
        }
        return cluster;
    }

    private static boolean hasSeveralHosts(URI uri, boolean sentinel) {
        return !sentinel && hosts(uri).contains(",");
    }

    private static boolean isTrue(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw invalid(
                    "invalid value " + Printable.quote(value) + " of cluster", "use cluster=true or cluster=false");
        }
        return value.equals("true");
    }

    private static void requireKnown(Map<String, String> parameters) {
        parameters.keySet().stream()
                .filter(name -> !LETTUCE_PARAMETERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw invalid(
                            "unknown parameter " + Printable.quote(name),
                            "use prefix, cluster, database, clientName, verifyPeer or sentinelMasterId");
                });
    }

    private static URI withQuery(URI uri, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&", "?", ""));
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority()
                + (uri.getRawPath() == null ? "" : uri.getRawPath())
                + (parameters.isEmpty() ? "" : query)
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment()));
    }

    private static InvalidValueException invalid(String problem, String remedy) {
        return new InvalidValueException("shared.redis", problem, remedy);
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

    private static String hosts(URI uri) {
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
