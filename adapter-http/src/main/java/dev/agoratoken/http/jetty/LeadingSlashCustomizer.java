package dev.agoratoken.http.jetty;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Reduces leading slashes of a path to one: clients append {@code /rtc/…} to a base URL that ends with a slash. */
final class LeadingSlashCustomizer implements HttpConfiguration.Customizer {
    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        HttpURI uri = request.getHttpURI();
        String path = uri.getPath();
        // Dot segments are rejected later.
        if (path == null || !path.startsWith("//") || DotSegmentHandler.hasDotSegment(path)) {
            return request;
        }
        HttpURI collapsed = HttpURI.build(uri).path(collapse(path)).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return collapsed;
            }
        };
    }

    private static String collapse(String path) {
        int start = 1;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start - 1);
    }
}
