package dev.agoratoken.http.jetty;

import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.http.telemetry.DrainState;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Outermost handler: reads request bodies, ends the request timeout when a body is complete, and asks clients to close
 * connections during shutdown.
 */
final class RequestTimeoutHandler extends Handler.Wrapper {
    private final PendingRequests pendingRequests;
    private final Duration limit;
    private final DrainState drainState;

    RequestTimeoutHandler(PendingRequests pendingRequests, Duration limit, DrainState drainState) {
        this.pendingRequests = pendingRequests;
        this.limit = limit;
        this.drainState = drainState;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // A connection with a request in progress is not idle.
        request.addIdleTimeoutListener(timeout -> false);
        RequestTimingEndPoint endPoint = RequestTimingEndPoint.of(request);
        if (drainState.isDraining() && !isMultiplexed(request)) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        if (hasNoBody(request)) {
            endPoint.requestReceived();
            return super.handle(request, response, callback);
        }
        request.addHttpStreamWrapper(stream -> new CompletionListener(stream, endPoint));
        if (request.getLength() > RequestBodies.MAX_BYTES && !isMultiplexed(request)) {
            return super.handle(request, response, callback);
        }
        new RequestBodyReader(getHandler(), request, response, callback, endPoint::requestReceived)
                .start(pendingRequests, limit);
        return true;
    }

    /** Over HTTP/2 the end of a body is known only by reading. */
    private static boolean hasNoBody(Request request) {
        return request.getLength() == 0
                || request.getLength() < 0
                        && !isMultiplexed(request)
                        && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static boolean isMultiplexed(Request request) {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    }

    /** Ends the request timeout for requests that are answered before their body was read. */
    private static final class CompletionListener extends HttpStream.Wrapper {
        private final RequestTimingEndPoint endPoint;

        private CompletionListener(HttpStream stream, RequestTimingEndPoint endPoint) {
            super(stream);
            this.endPoint = endPoint;
        }

        @Override
        public void succeeded() {
            endPoint.requestReceived();
            super.succeeded();
        }
    }
}
