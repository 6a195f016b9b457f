package dev.agoratoken.http.jetty;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Removes {@code X-HTTP-Method-Override}, which Javalin uses as the method: with it, a GET request could pass a proxy that
 * filters by method.
 */
final class MethodOverrideCustomizer implements HttpConfiguration.Customizer {
    private static final String HEADER = "X-HTTP-Method-Override";

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!request.getHeaders().contains(HEADER)) {
            return request;
        }
        HttpFields headers =
                HttpFields.build(request.getHeaders()).remove(HEADER).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }
}
