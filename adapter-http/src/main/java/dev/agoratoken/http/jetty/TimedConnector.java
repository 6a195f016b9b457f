package dev.agoratoken.http.jetty;

import dev.agoratoken.http.settings.Limits;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens; closes connections on which requests take too long to arrive; and stops without losing one that waits. */
final class TimedConnector extends ServerConnector {
    private static final int SELECTORS_ACCEPT = 0;
    private static final int AS_MANY_AS_FIT = -1;
    private static final int LOOKS_PER_LIMIT = 20;

    private final Duration arrival;
    private final Duration pause;
    private final ConnectionCap cap;
    private ServerSocketChannel listening;

    TimedConnector(Server server, Limits limits, ConnectionFactory... protocols) {
        super(server, SELECTORS_ACCEPT, AS_MANY_AS_FIT, protocols);
        this.arrival = limits.arrival();
        this.pause = arrival.dividedBy(LOOKS_PER_LIMIT);
        this.cap = new ConnectionCap(limits.connections());
        addBean(cap);
        setIdleTimeout(limits.idle().toMillis());
    }

    @Override
    protected ServerSocketChannel openAcceptChannel() throws IOException {
        listening = super.openAcceptChannel();
        return listening;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        TimedEndPoint endPoint = new TimedEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(isShutdown() ? getShutdownIdleTimeout() : getIdleTimeout());
        return endPoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookAgainLater();
    }

    private void lookAgainLater() {
        getScheduler().schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One pause early rather than late: the limit is kept. */
    private void look() {
        long limit = arrival.minus(pause).toNanos();
        for (EndPoint endPoint : getConnectedEndPoints()) {
            if (endPoint instanceof TimedEndPoint timed && timed.isLate(limit)) {
                timed.close(new TimeoutException("the request took longer than " + arrival + " to arrive"));
            }
        }
        if (isRunning()) {
            lookAgainLater();
        }
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        refuseNewConnections();
        return CompletableFuture.allOf(super.shutdown(), cap.allClosed());
    }

    /** Takes those that the system has accepted already: their clients may have sent a request. */
    private void refuseNewConnections() {
        try (ServerSocketChannel closing = listening) {
            SocketChannel waiting = closing.accept();
            while (waiting != null) {
                waiting.configureBlocking(false);
                configure(waiting.socket());
                getSelectorManager().accept(waiting);
                waiting = closing.accept();
            }
        } catch (IOException e) {
            // Then it is closed, which is what is wanted.
        }
    }
}
