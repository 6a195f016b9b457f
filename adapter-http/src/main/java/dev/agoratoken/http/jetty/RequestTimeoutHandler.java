package dev.agoratoken.http.jetty;

import dev.agoratoken.http.telemetry.DrainState;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where requests come in first: it notes when they are there in whole, and takes leave of clients when the server stops. */
final class RequestTimeoutHandler extends Handler.Wrapper {
    private final Duration limit;
    private final DrainState drainState;

    RequestTimeoutHandler(Duration limit, DrainState drainState) {
        this.limit = limit;
        this.drainState = drainState;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // A connection on which an answer is awaited is not idle.
        request.addIdleTimeoutListener(timeout -> false);
        RequestTimingEndPoint endPoint = RequestTimingEndPoint.of(request);
        if (drainState.isDraining() && request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        if (hasNoBody(request)) {
            endPoint.requestReceived();
            return super.handle(request, response, callback);
        }
        request.addHttpStreamWrapper(stream -> new CompletionListener(stream, endPoint));
        return super.handle(new TimedRequest(request, endPoint, limit.toNanos()), response, callback);
    }

    private static boolean hasNoBody(Request request) {
        return request.getLength() == 0
                || request.getLength() < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** A request whose body is not there yet. */
    private static final class TimedRequest extends Request.Wrapper {
        private final RequestTimingEndPoint endPoint;
        private final long limit;
        private final long since = System.nanoTime();

        private TimedRequest(Request request, RequestTimingEndPoint endPoint, long limit) {
            super(request);
            this.endPoint = endPoint;
            this.limit = limit;
        }

        @Override
        public Content.Chunk read() {
            if (System.nanoTime() - since > limit) {
                return Content.Chunk.from(new TimeoutException("the body took too long"));
            }
            Content.Chunk chunk = super.read();
            if (chunk != null && chunk.isLast()) {
                endPoint.requestReceived();
            }
            return chunk;
        }
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
