package dev.agoratoken.http.jetty;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.error.ExceptionHandlers;
import dev.agoratoken.http.error.ProblemDetail;
import dev.agoratoken.http.filter.CorsFilter;
import dev.agoratoken.http.json.JsonCodec;
import dev.agoratoken.http.request.RequestIdSource;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.http.telemetry.RequestRecorder;
import dev.agoratoken.issuing.policy.RequestId;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Refuses requests before any route sees them, with the headers, the shape and the traces that every other refusal has. */
public record PreRoutingErrors(RequestRecorder requestRecorder, AllowedOrigins origins) {
    /** Refuses that request; {@code status} is the code's, or one that says the same more exactly. */
    void write(Request request, Response response, Callback callback, int status, ErrorCode code, String detail) {
        RequestId requestId = RequestIdSource.fromHeader(request.getHeaders().get(RequestIdSource.HEADER));
        boolean old = ExceptionHandlers.usesLegacyFormat(path(request));
        response.setStatus(status);
        addHeaders(request, response.getHeaders(), requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, old ? Responses.JSON : ProblemDetail.CONTENT_TYPE);
        Object document = old
                ? ExceptionHandlers.legacyBody(status, "error", detail)
                : ProblemDetail.of(code, status, detail, requestId.value());
        requestRecorder.recordUnrouted(request.getMethod(), status, taken(request), requestId, code);
        response.write(true, ByteBuffer.wrap(JsonCodec.toBytes(document)), callback);
    }

    private static String path(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    private void addHeaders(Request request, HttpFields.Mutable headers, RequestId requestId) {
        headers.put(RequestIdSource.HEADER, requestId.value());
        Responses.disableCaching(headers::put);
        headers.put(HttpHeader.VARY, CorsFilter.ORIGIN);
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && origins.allow(origin)) {
            CorsFilter.addCorsHeaders(origin, headers::put);
        }
    }

    private static Duration taken(Request request) {
        return Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
    }
}
