package dev.agoratoken.http.jetty;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses paths with {@code .} or {@code ..} for a segment, as Jetty does where they are percent-encoded: to some they are
 * steps from one path to another, and to the routes they would be names.
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

    private static boolean hasDotSegment(String path) {
        if (path == null || !path.contains("/.")) {
            return false;
        }
        String closed = path + "/";
        return closed.contains("/./") || closed.contains("/../");
    }
}
