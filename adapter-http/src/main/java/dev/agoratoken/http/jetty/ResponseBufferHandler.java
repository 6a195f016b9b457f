package dev.agoratoken.http.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

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
        PendingRequests.Entry entry =
                pendingRequests.add(bytes.length, limit, () -> RequestAbort.abort(request, "response timed out"));
        Callback sent = Callback.from(callback, entry::end);
        buffered.getWrapped().write(true, ByteBuffer.wrap(bytes), sent);
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
