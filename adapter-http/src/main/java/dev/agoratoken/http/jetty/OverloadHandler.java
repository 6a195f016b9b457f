package dev.agoratoken.http.jetty;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.http.settings.ServerLimits;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Limits the requests in progress and in the queue; further requests get 503 at once. A request leaves when it was
 * handled, whether or not its client reads the response; Jetty's {@code QoSHandler} counts it until then.
 */
public final class OverloadHandler extends Handler.Wrapper {
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    private static final Duration MAX_FULL_TIME = Duration.ofSeconds(3);
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final String DETAIL = "too many requests are in progress; retry in 1 second";

    private final int maxActive;
    private final int maxQueued;
    private final PendingRequests pendingRequests;
    private final PreRoutingErrors preRoutingErrors;
    private final Set<Turn> queued = new LinkedHashSet<>();
    private int active;
    private long fullSince;

    public OverloadHandler(
            ServerLimits serverLimits, PendingRequests pendingRequests, PreRoutingErrors preRoutingErrors) {
        this.maxActive = serverLimits.maxRequests();
        this.maxQueued = serverLimits.maxQueuedRequests();
        this.pendingRequests = pendingRequests;
        this.preRoutingErrors = preRoutingErrors;
    }

    /** The number of requests in progress. */
    public synchronized int active() {
        return active;
    }

    /** Returns whether the limit has been reached for longer than a few seconds. */
    public synchronized boolean isLasting() {
        return active == maxActive && System.nanoTime() - fullSince > MAX_FULL_TIME.toNanos();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isForOperators(request.getHttpURI().getPath())) {
            return super.handle(request, response, callback);
        }
        Turn turn = new Turn(request, response, callback);
        switch (enter(turn)) {
            case STARTED -> turn.run();
            case QUEUED -> {}
            case REJECTED -> turn.reject();
        }
        return true;
    }

    /** Probes and metrics are not limited: operators need them during an overload. */
    private static boolean isForOperators(String path) {
        return path != null && (path.startsWith("/health/") || path.equals("/metrics"));
    }

    private synchronized Outcome enter(Turn turn) {
        if (active < maxActive) {
            active++;
            if (active == maxActive) {
                fullSince = System.nanoTime();
            }
            return Outcome.STARTED;
        }
        if (queued.size() >= maxQueued) {
            return Outcome.REJECTED;
        }
        queued.add(turn);
        turn.entry = pendingRequests.add(RequestBodies.MAX_BYTES, MAX_WAIT, () -> giveUp(turn));
        return Outcome.QUEUED;
    }

    private void giveUp(Turn turn) {
        turn.request.getContext().execute(() -> {
            if (leaveQueue(turn)) {
                turn.reject();
            }
        });
    }

    private synchronized boolean leaveQueue(Turn turn) {
        return queued.remove(turn);
    }

    /** Starts the next request of the queue. */
    private synchronized void leave() {
        Iterator<Turn> first = queued.iterator();
        if (first.hasNext()) {
            Turn next = first.next();
            first.remove();
            Objects.requireNonNull(next.entry).end();
            next.request.getContext().execute(next);
        } else {
            active--;
        }
    }

    private enum Outcome {
        STARTED,
        QUEUED,
        REJECTED
    }

    /** A request in progress or in the queue. */
    private final class Turn implements Runnable {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final AtomicBoolean handled = new AtomicBoolean();
        private PendingRequests.@Nullable Entry entry;

        private Turn(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void run() {
            Callback leaving = Callback.from(
                    () -> {
                        leaveOnce();
                        callback.succeeded();
                    },
                    failure -> {
                        leaveOnce();
                        callback.failed(failure);
                    });
            try {
                if (!OverloadHandler.super.handle(request, response, leaving)) {
                    Response.writeError(request, response, leaving, 404);
                }
            } catch (Throwable e) {
                Response.writeError(request, response, leaving, e);
            }
        }

        private void leaveOnce() {
            if (handled.compareAndSet(false, true)) {
                leave();
            }
        }

        private void reject() {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
            preRoutingErrors.write(
                    request, response, callback, ErrorCode.OVERLOADED.status(), ErrorCode.OVERLOADED, DETAIL);
        }
    }
}
