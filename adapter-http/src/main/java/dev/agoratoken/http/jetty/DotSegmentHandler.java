package dev.agoratoken.http.jetty;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Rejects paths with dot segments ({@code .} or {@code ..}), as Jetty does if they are percent-encoded. Gateways resolve
 * them (RFC 3986), but the routes would read them as names.
 */
final class DotSegmentHandler extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (hasDotSegment(request.getHttpURI().getPath())) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        return super.handle(request, response, callback);
    }

    static boolean hasDotSegment(String path) {
        if (path == null || !path.contains("/.")) {
            return false;
        }
        String closed = path + "/";
        return closed.contains("/./") || closed.contains("/../");
    }
}
