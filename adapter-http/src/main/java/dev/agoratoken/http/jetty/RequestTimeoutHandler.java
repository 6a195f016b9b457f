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

/** Where requests come in first: it reads their bodies and notes when they are there in whole, and takes leave of clients when the server stops. */
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
        // A connection on which an answer is awaited is not idle.
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

    /** Over HTTP/2 only reading tells. */
    private static boolean hasNoBody(Request request) {
        return request.getLength() == 0
                || request.getLength() < 0
                        && !isMultiplexed(request)
                        && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static boolean isMultiplexed(Request request) {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    }

    /** Some are answered before their body was read. */
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
