package dev.agoratoken.http.jetty;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.error.Failures;
import dev.agoratoken.http.error.Problem;
import dev.agoratoken.http.filter.CrossOrigin;
import dev.agoratoken.http.json.Json;
import dev.agoratoken.http.request.Answers;
import dev.agoratoken.http.request.RequestIds;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.http.telemetry.Endings;
import dev.agoratoken.issuing.policy.RequestId;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Refuses requests before any route sees them, with the headers, the shape and the traces that every other refusal has. */
public record EarlyRefusals(Endings endings, AllowedOrigins origins) {
    /** Refuses that request; {@code status} is the code's, or one that says the same more exactly. */
    void refuse(Request request, Response response, Callback callback, int status, ErrorCode code, String detail) {
        RequestId requestId = RequestIds.of(request.getHeaders().get(RequestIds.HEADER));
        boolean old = Failures.haveOldShape(path(request));
        response.setStatus(status);
        addHeaders(request, response.getHeaders(), requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, old ? Answers.JSON : Problem.CONTENT_TYPE);
        Object document =
                old ? Failures.oldShape(status, "error", detail) : Problem.of(code, status, detail, requestId.value());
        endings.noteUnrouted(request.getMethod(), status, taken(request), requestId, code);
        response.write(true, ByteBuffer.wrap(Json.bytes(document)), callback);
    }

    private static String path(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    private void addHeaders(Request request, HttpFields.Mutable headers, RequestId requestId) {
        headers.put(RequestIds.HEADER, requestId.value());
        Answers.forbidKeeping(headers::put);
        headers.put(HttpHeader.VARY, CrossOrigin.ORIGIN);
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && origins.allow(origin)) {
            CrossOrigin.letRead(origin, headers::put);
        }
    }

    private static Duration taken(Request request) {
        return Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
    }
}
