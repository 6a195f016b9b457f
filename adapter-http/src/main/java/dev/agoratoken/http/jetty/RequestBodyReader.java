package dev.agoratoken.http.jetty;

import dev.agoratoken.http.request.RequestBodies;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request without blocking and passes the request on with a copy of it. Jetty's
 * {@code EagerContentHandler} keeps network buffers, and in 12.1.14 its callback swallows failures: such a request never
 * completes.
 */
final class RequestBodyReader implements Invocable.Task {
    private final Handler next;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Runnable onArrived;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private PendingRequests.@Nullable Entry waiting;

    RequestBodyReader(Handler next, Request request, Response response, Callback callback, Runnable onArrived) {
        this.next = next;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.onArrived = onArrived;
    }

    /** Passes the request on when its body is complete, possibly at once. */
    void start(PendingRequests requests, Duration limit) {
        waiting = requests.add(
                RequestBodies.MAX_BYTES, limit, () -> RequestAbort.abort(request, "request body timed out"));
        Content.Chunk last = read();
        if (last == null) {
            request.demand(this);
        } else {
            passOn(last);
        }
    }

    @Override
    public void run() {
        Content.Chunk last = read();
        if (last == null) {
            request.demand(this);
        } else {
            request.getContext().execute(() -> passOn(last));
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Reads the available bytes; returns null if more will follow, else the end or the failure. */
    private Content.@Nullable Chunk read() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                return null;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return Content.Chunk.from(chunk.getFailure(), true);
            }
            keep(chunk.getByteBuffer());
            chunk.release();
            if (chunk.isLast() || isTooLarge()) {
                return Content.Chunk.EOF;
            }
        }
    }

    /** Keeps one byte more than the limit, which is enough to reject the body. */
    private void keep(ByteBuffer bytes) {
        int length = Math.min(bytes.remaining(), RequestBodies.MAX_BYTES + 1 - body.size());
        body.writeBytes(BufferUtil.toArray(bytes.slice().limit(length)));
    }

    /** Over HTTP/2 an unread body would stay in memory, so it is read to its end. */
    private boolean isTooLarge() {
        return body.size() > RequestBodies.MAX_BYTES
                && request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2;
    }

    @SuppressWarnings("ReferenceEquality") // read() returns the constant.
    private void passOn(Content.Chunk last) {
        Objects.requireNonNull(waiting).end();
        if (last == Content.Chunk.EOF && !isTooLarge()) {
            onArrived.run();
        }
        try {
            if (!next.handle(new ReadRequest(request, body.toByteArray(), last), response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** A request whose body was read: the bytes, then the end or the failure. */
    private static final class ReadRequest extends Request.Wrapper {
        private final Content.Chunk last;
        private ByteBuffer bytes;

        private ReadRequest(Request request, byte[] body, Content.Chunk last) {
            super(request);
            this.bytes = ByteBuffer.wrap(body);
            this.last = last;
        }

        @Override
        public Content.Chunk read() {
            if (!bytes.hasRemaining()) {
                return last;
            }
            Content.Chunk chunk = Content.Chunk.from(bytes, false);
            bytes = BufferUtil.EMPTY_BUFFER;
            return chunk;
        }

        @Override
        public void demand(Runnable demandCallback) {
            getContext().execute(demandCallback);
        }
    }
}
