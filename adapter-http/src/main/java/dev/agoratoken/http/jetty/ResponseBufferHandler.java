package dev.agoratoken.http.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Buffers responses and sends them without blocking: a client that does not read occupies neither a thread nor one of the
 * requests in progress, and only until the timeout.
 */
final class ResponseBufferHandler extends Handler.Wrapper {
    private final PendingRequests pendingRequests;
    private final Duration limit;

    ResponseBufferHandler(PendingRequests pendingRequests, Duration limit) {
        this.pendingRequests = pendingRequests;
        this.limit = limit;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        BufferedResponse buffered = new BufferedResponse(request, response);
        return super.handle(request, buffered, Callback.from(() -> send(buffered, callback), callback::failed));
    }

    private void send(BufferedResponse buffered, Callback callback) {
        byte[] bytes = buffered.content.toByteArray();
        Request request = buffered.getRequest();
        Delivery delivery = new Delivery(callback);
        buffered.getWrapped().write(true, ByteBuffer.wrap(bytes), delivery);
        delivery.watch(() ->
                pendingRequests.add(bytes.length, limit, () -> RequestAbort.abort(request, "response timed out")));
    }

    /** A response that is being sent. It waits among the pending requests if the client does not take it at once. */
    private static final class Delivery implements Callback {
        private final Callback next;
        private boolean complete;
        private PendingRequests.@Nullable Entry waiting;

        private Delivery(Callback next) {
            this.next = next;
        }

        private synchronized void watch(Supplier<PendingRequests.Entry> add) {
            if (!complete) {
                waiting = add.get();
            }
        }

        private synchronized void end() {
            complete = true;
            if (waiting != null) {
                waiting.end();
            }
        }

        @Override
        public void succeeded() {
            end();
            next.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            end();
            next.failed(failure);
        }

        @Override
        public InvocationType getInvocationType() {
            return next.getInvocationType();
        }
    }

    /** A response that keeps its content in memory. */
    private static final class BufferedResponse extends Response.Wrapper {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean begun;
        private boolean complete;

        private BufferedResponse(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            begun = true;
            complete |= last;
            if (bytes != null) {
                content.writeBytes(BufferUtil.toArray(bytes));
                BufferUtil.clear(bytes);
            }
            callback.succeeded();
        }

        @Override
        public boolean isCommitted() {
            return begun || super.isCommitted();
        }

        @Override
        public boolean hasLastWrite() {
            return complete;
        }

        @Override
        public boolean isCompletedSuccessfully() {
            return complete;
        }
    }
}
