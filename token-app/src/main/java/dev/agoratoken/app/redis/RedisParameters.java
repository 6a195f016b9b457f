package dev.agoratoken.app.redis;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters in the address of Redis. Lettuce ignores values that it cannot use, and a parameter that is misspelled, so
 * they are checked here.
 *
 * @param values by name
 */
record RedisParameters(Map<String, String> values) {
    private static final String PREFIX = "prefix";
    private static final String CLUSTER = "cluster";
    private static final String DATABASE = "database";
    private static final String DB = "db";
    private static final String CLIENT_NAME = "clientName";
    private static final String VERIFY_PEER = "verifyPeer";
    private static final String MASTER = "sentinelMasterId";

    private static final String NAME_REMEDY = "use 1 to 64 letters, digits, ':', '.', '_' and '-', such as ";
    private static final Rule NAMES = Rule.of("[A-Za-z0-9:._-]{1,64}", NAME_REMEDY + "agora-token:");
    private static final Rule DATABASES = Rule.of("[0-9]{1,5}", "use the number of a database, such as 1");
    private static final Rule MASTERS = Rule.of("[A-Za-z0-9._-]{1,64}", "use the name of the master, such as main");
    private static final Map<String, Rule> RULES = Map.of(
            PREFIX, NAMES,
            CLUSTER, Rule.of("true|false", "use cluster=true or cluster=false"),
            DATABASE, DATABASES,
            DB, DATABASES,
            CLIENT_NAME, NAMES,
            VERIFY_PEER, Rule.of("FULL|CA|NONE", "use FULL, CA or NONE"),
            MASTER, MASTERS);

    RedisParameters {
        values = Map.copyOf(values);
    }

    private record Rule(Pattern valid, String remedy) {
        private static Rule of(String valid, String remedy) {
            return new Rule(Pattern.compile(valid), remedy);
        }

        private void check(String name, String value) {
            if (!valid.matcher(value).matches()) {
                throw invalid("invalid value " + Printable.quote(value) + " of " + name, remedy);
            }
        }
    }

    /**
     * Reads the parameters, the path and the fragment of an address.
     *
     * @throws InvalidValueException if one of them is unknown, invalid, there twice, or has no effect in this address
     */
    static RedisParameters of(URI uri) {
        Map<String, String> values = new LinkedHashMap<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()) {
                add(values, parameter.split("=", 2));
            }
        }
        RedisParameters parameters = new RedisParameters(values);
        parameters.checkDatabase(uri);
        parameters.checkMaster(uri);
        if (values.containsKey(VERIFY_PEER) && !uri.getScheme().startsWith("rediss")) {
            throw invalid(VERIFY_PEER + " has no effect without TLS", "use rediss://, or remove it");
        }
        return parameters;
    }

    private static void add(Map<String, String> values, String[] parts) {
        String name = parts[0];
        String value = parts.length == 2 ? parts[1] : "";
        Rule rule = RULES.get(name);
        if (rule == null) {
            throw invalid(
                    "unknown parameter " + Printable.quote(name),
                    "use prefix, cluster, database, clientName, verifyPeer or sentinelMasterId");
        }
        rule.check(name, value);
        if (values.put(name, value) != null) {
            throw invalid("2 values of " + name, "remove one of them");
        }
    }

    private void checkDatabase(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath()).orElse("").replaceFirst("^/", "");
        if (!path.isEmpty()) {
            DATABASES.check(DATABASE, path);
        }
        List<String> named = Stream.of(path, values.getOrDefault(DATABASE, ""), values.getOrDefault(DB, ""))
                .filter(number -> !number.isEmpty())
                .toList();
        if (named.size() > 1) {
            throw invalid(named.size() + " values of " + DATABASE, "name the database once");
        }
        if (named.stream().anyMatch(number -> Integer.parseInt(number) > 0) && isCluster(uri)) {
            throw invalid(DATABASE + " does not apply to a cluster, which has database 0 only", "remove it");
        }
    }

    private void checkMaster(URI uri) {
        boolean sentinel = isSentinel(uri);
        String fragment = uri.getRawFragment();
        if (!sentinel && (fragment != null || values.containsKey(MASTER))) {
            throw invalid("the name of a master applies to Sentinel only", "use redis-sentinel://, or remove the name");
        }
        if (fragment != null) {
            MASTERS.check("the master", fragment);
            if (values.containsKey(MASTER)) {
                throw invalid("2 names of the master", "remove #MASTER or " + MASTER);
            }
        }
        if (sentinel && fragment == null && !values.containsKey(MASTER)) {
            throw invalid("the name of the master is missing", "add it, such as redis-sentinel://HOST#main");
        }
    }

    /**
     * Whether the address is that of a cluster.
     *
     * @throws InvalidValueException if it cannot be one, and says so; or the other way round
     */
    boolean isCluster(URI uri) {
        boolean several = !isSentinel(uri) && RedisAddress.hosts(uri).contains(",");
        boolean cluster = values.containsKey(CLUSTER) ? Boolean.parseBoolean(values.get(CLUSTER)) : several;
        if (cluster && isSentinel(uri)) {
            throw invalid("cluster=true does not apply to Sentinel", "use redis:// for a cluster");
        }
        if (several && !cluster) {
            throw invalid("cluster=false does not apply to several hosts", "name one host, or remove it");
        }
        return cluster;
    }

    private static boolean isSentinel(URI uri) {
        return uri.getScheme().endsWith("-sentinel");
    }

    /** What the names of all keys begin with. */
    String prefix() {
        return values.getOrDefault(PREFIX, "agora-token:");
    }

    /** The parameters that Lettuce reads, as a query; empty if there are none. */
    String lettuceQuery() {
        return values.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(PREFIX)
                        && !parameter.getKey().equals(CLUSTER))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .reduce((first, second) -> first + "&" + second)
                .map(query -> "?" + query)
                .orElse("");
    }

    static InvalidValueException invalid(String problem, String remedy) {
        return new InvalidValueException("shared.redis", problem, remedy);
    }
}
