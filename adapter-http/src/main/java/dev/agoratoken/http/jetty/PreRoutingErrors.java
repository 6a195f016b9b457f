package dev.agoratoken.http.jetty;

import dev.agoratoken.http.auth.ClientAddress;
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

/** Answers requests that are rejected before routing, with the headers, format and log entries of any other error. */
public final class PreRoutingErrors {
    private final RequestRecorder requestRecorder;
    private final AllowedOrigins origins;

    public PreRoutingErrors(RequestRecorder requestRecorder, AllowedOrigins origins) {
        this.requestRecorder = requestRecorder;
        this.origins = origins;
    }

    /**
     * Writes the response.
     *
     * @param status the code's status, or a more specific one
     */
    void write(Request request, Response response, Callback callback, int status, ErrorCode code, String detail) {
        RequestId requestId = RequestIdSource.fromHeader(request.getHeaders().get(RequestIdSource.HEADER));
        boolean legacy = ExceptionHandlers.usesLegacyFormat(path(request));
        response.setStatus(status);
        addHeaders(request, response.getHeaders(), requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, legacy ? Responses.JSON : ProblemDetail.CONTENT_TYPE);
        Object document = legacy
                ? ExceptionHandlers.legacyBody(status, "error", detail)
                : ProblemDetail.of(code, status, detail, requestId.value());
        requestRecorder.recordUnrouted(
                request.getMethod(), ClientAddress.of(request), status, elapsed(request), requestId, code);
        response.write(true, ByteBuffer.wrap(JsonCodec.toBytes(document)), callback);
    }

    private static String path(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    private void addHeaders(Request request, HttpFields.Mutable headers, RequestId requestId) {
        headers.put(RequestIdSource.HEADER, requestId.value());
        CommonHeaders.put(headers);
        headers.put(HttpHeader.VARY, CorsFilter.ORIGIN);
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && origins.allow(origin)) {
            CorsFilter.addCorsHeaders(origin, headers::put);
        }
    }

    private static Duration elapsed(Request request) {
        return Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
    }
}
