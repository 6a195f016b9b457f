package dev.agoratoken.http.jetty;

import dev.agoratoken.http.settings.ServerLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Connector that enforces the request timeout, and that stops without losing connections of the backlog. */
final class RequestTimeoutConnector extends ServerConnector {
    private static final int NO_ACCEPTORS = 0;
    private static final int DEFAULT_SELECTORS = -1;
    private static final int SWEEPS_PER_TIMEOUT = 20;

    /** The system may reduce it (net.core.somaxconn). Java's default of 50 makes bursts of connections wait. */
    private static final int BACKLOG = 4096;

    /** The system would let buffers grow to megabytes for a client that reads nothing. */
    private static final int SOCKET_BUFFER = 64 * 1024;

    private final Duration requestTimeout;
    private final Duration sweepInterval;
    private final PendingRequests pendingRequests;
    private final ConnectionLimiter limiter;
    private final ServerSocketChannel listening;

    /** Creates a connector for a port that {@link #listen} opened. */
    RequestTimeoutConnector(
            Server server,
            ServerSocketChannel listening,
            ServerLimits serverLimits,
            PendingRequests pendingRequests,
            ConnectionFactory... protocols) {
        super(server, NO_ACCEPTORS, DEFAULT_SELECTORS, protocols);
        this.listening = listening;
        this.requestTimeout = serverLimits.requestTimeout();
        this.pendingRequests = pendingRequests;
        this.sweepInterval = requestTimeout.dividedBy(SWEEPS_PER_TIMEOUT);
        this.limiter = new ConnectionLimiter(serverLimits.maxConnections());
        addBean(limiter);
        setIdleTimeout(serverLimits.idleTimeout().toMillis());
        setAcceptedSendBufferSize(SOCKET_BUFFER);
        setAcceptedReceiveBufferSize(SOCKET_BUFFER);
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        ReserveDescriptor reserve = new ReserveDescriptor();
        addBean(reserve);
        return new ServerConnectorManager(executor, scheduler, selectors) {
            @Override
            protected @Nullable SelectableChannel doAccept(SelectableChannel server) throws IOException {
                return reserve.accept((ServerSocketChannel) server);
            }
        };
    }

    /** Opens a port. */
    static ServerSocketChannel listen(String host, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException("unresolved address " + host);
        }
        ServerSocketChannel opened = ServerSocketChannel.open();
        try {
            return opened.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(address, BACKLOG);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    protected ServerSocketChannel openAcceptChannel() {
        return listening;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        RequestTimingEndPoint endPoint = new RequestTimingEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(isShutdown() ? getShutdownIdleTimeout() : getIdleTimeout());
        return endPoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        scheduleSweep();
    }

    private void scheduleSweep() {
        getScheduler().schedule(this::sweep, sweepInterval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Closes connections up to one interval early rather than late, so that the timeout holds. */
    private void sweep() {
        long limit = requestTimeout.minus(sweepInterval).toNanos();
        for (EndPoint endPoint : getConnectedEndPoints()) {
            if (endPoint instanceof RequestTimingEndPoint timed && timed.isTimedOut(limit)) {
                timed.close(new TimeoutException("request timed out after " + requestTimeout));
            }
        }
        pendingRequests.expire();
        if (isRunning()) {
            scheduleSweep();
        }
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        acceptBacklogThenClose();
        return CompletableFuture.allOf(super.shutdown(), limiter.allClosed());
    }

    /** Accepts the connections in the backlog: their clients may have sent a request. */
    private void acceptBacklogThenClose() {
        try (ServerSocketChannel closing = listening) {
            SocketChannel waiting = closing.accept();
            while (waiting != null) {
                waiting.configureBlocking(false);
                configure(waiting.socket());
                getSelectorManager().accept(waiting);
                waiting = closing.accept();
            }
        } catch (IOException e) {
            // The channel is closed, as intended.
        }
    }
}
