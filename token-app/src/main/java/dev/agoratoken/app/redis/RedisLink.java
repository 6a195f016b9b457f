package dev.agoratoken.app.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.TimeUnit;

/**
 * An open connection to one Redis, or to the nodes of a cluster.
 *
 * @param commands for all threads at once; their replies come in the order in which they were sent
 */
record RedisLink(AbstractRedisClient client, RedisClusterAsyncCommands<String, String> commands)
        implements AutoCloseable {
    static RedisLink of(AbstractRedisClient client, StatefulRedisConnection<String, String> connection) {
        return new RedisLink(client, connection.async());
    }

    static RedisLink of(AbstractRedisClient client, StatefulRedisClusterConnection<String, String> connection) {
        return new RedisLink(client, connection.async());
    }

    static void shutdown(AbstractRedisClient client) {
        client.shutdown(0, 1, TimeUnit.SECONDS);
    }

    /** Closes the connection. Commands without a reply fail. */
    @Override
    public void close() {
        shutdown(client);
    }
}
