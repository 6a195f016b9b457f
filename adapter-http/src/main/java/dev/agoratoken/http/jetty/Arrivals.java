package dev.agoratoken.http.jetty;

import dev.agoratoken.http.telemetry.Draining;
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
final class Arrivals extends Handler.Wrapper {
    private final Duration limit;
    private final Draining draining;

    Arrivals(Duration limit, Draining draining) {
        this.limit = limit;
        this.draining = draining;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // A connection on which an answer is awaited is not idle.
        request.addIdleTimeoutListener(timeout -> false);
        TimedEndPoint endPoint = TimedEndPoint.of(request);
        if (draining.hasBegun() && request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        if (hasNoBody(request)) {
            endPoint.arrived();
            return super.handle(request, response, callback);
        }
        request.addHttpStreamWrapper(stream -> new Answered(stream, endPoint));
        return super.handle(new Arriving(request, endPoint, limit.toNanos()), response, callback);
    }

    private static boolean hasNoBody(Request request) {
        return request.getLength() == 0
                || request.getLength() < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** A request whose body is not there yet. */
    private static final class Arriving extends Request.Wrapper {
        private final TimedEndPoint endPoint;
        private final long limit;
        private final long since = System.nanoTime();

        private Arriving(Request request, TimedEndPoint endPoint, long limit) {
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
                endPoint.arrived();
            }
            return chunk;
        }
    }

    /** Some are answered before their body was read. */
    private static final class Answered extends HttpStream.Wrapper {
        private final TimedEndPoint endPoint;

        private Answered(HttpStream stream, TimedEndPoint endPoint) {
            super(stream);
            this.endPoint = endPoint;
        }

        @Override
        public void succeeded() {
            endPoint.arrived();
            super.succeeded();
        }
    }
}
