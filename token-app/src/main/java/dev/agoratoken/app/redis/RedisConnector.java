package dev.agoratoken.app.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens connections: each looks up the master or the nodes of the cluster anew, and reads the password file. Lettuce does
 * not reconnect by itself, because it would wait and log in its own ways. Thread-safe.
 */
final class RedisConnector implements AutoCloseable {
    private static final int IO_THREADS = 2;
    private static final int MAX_QUEUED_COMMANDS = 2_000;

    private final RedisAddress address;
    private final Optional<PasswordFile> password;
    private final Duration timeout;
    private final AtomicInteger open = new AtomicInteger();
    private final ClientResources resources;

    /** @param timeout for opening a connection, authentication included */
    RedisConnector(RedisAddress address, Optional<PasswordFile> password, Duration timeout) {
        this.address = address;
        this.password = password;
        this.timeout = timeout;
        this.resources = ClientResources.builder()
                .ioThreadPoolSize(IO_THREADS)
                .computationThreadPoolSize(IO_THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .nettyCustomizer(new ChannelCounter(open))
                .build();
    }

    /**
     * Opens a connection.
     *
     * @throws RedisUnavailableException if that is not possible within the timeout
     */
    RedisLink connect() throws RedisUnavailableException {
        List<RedisURI> uris = address.uris();
        AbstractRedisClient client = address.cluster() ? clusterClient(uris) : client(uris.get(0));
        try {
            uris.forEach(this::prepare);
            return client instanceof RedisClusterClient cluster
                    ? RedisLink.of(cluster, cluster.connect(StringCodec.UTF8))
                    : RedisLink.of(client, ((RedisClient) client).connect(StringCodec.UTF8));
        } catch (RuntimeException e) {
            RedisLink.shutdown(client);
            throw new RedisUnavailableException(RedisProblem.of(e));
        }
    }

    private RedisClient client(RedisURI uri) {
        RedisClient client = RedisClient.create(resources, uri);
        client.setOptions(configure(ClientOptions.builder()).build());
        return client;
    }

    private RedisClusterClient clusterClient(List<RedisURI> uris) {
        RedisClusterClient client = RedisClusterClient.create(resources, uris);
        ClusterClientOptions.Builder options = ClusterClientOptions.builder();
        configure(options);
        // A node is connected with the first command for it, which therefore has to wait.
        options.autoReconnect(true).disconnectedBehavior(ClientOptions.DisconnectedBehavior.ACCEPT_COMMANDS);
        client.setOptions(options.build());
        return client;
    }

    private ClientOptions.Builder configure(ClientOptions.Builder options) {
        return options.autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MAX_QUEUED_COMMANDS)
                .timeoutOptions(TimeoutOptions.create())
                .socketOptions(SocketOptions.builder().connectTimeout(timeout).build());
    }

    private void prepare(RedisURI uri) {
        uri.setTimeout(timeout);
        if (uri.getClientName() == null) {
            uri.setClientName("agora-token");
        }
        password.ifPresent(file -> uri.setCredentialsProvider(credentials(file)));
    }

    private RedisCredentialsProvider credentials(PasswordFile file) {
        String user = address.userInfo().replaceFirst(":$", "");
        return RedisCredentialsProvider.from(() -> RedisCredentials.just(user.isEmpty() ? null : user, file.read()));
    }

    /** The number of open sockets. */
    int openSockets() {
        return open.get();
    }

    @Override
    public void close() {
        resources.shutdown(0, timeout.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(timeout.toMillis());
    }

    private record ChannelCounter(AtomicInteger open) implements NettyCustomizer {
        @Override
        public void afterChannelInitialized(Channel channel) {
            open.incrementAndGet();
            channel.closeFuture().addListener(closed -> open.decrementAndGet());
        }
    }
}
