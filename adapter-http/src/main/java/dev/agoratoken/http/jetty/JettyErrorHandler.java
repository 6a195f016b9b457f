package dev.agoratoken.http.jetty;

import dev.agoratoken.http.error.ErrorCode;
import java.util.Locale;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that Jetty rejects, such as one with a header that is too large, without repeating the request. */
final class JettyErrorHandler extends ErrorHandler {
    /** The usual cause of status 400. */
    private static final String AMBIGUOUS = ": ambiguous or malformed request; percent-encode path segments,"
            + " and use neither '.' and '..' nor an encoded '/'";

    private final PreRoutingErrors preRoutingErrors;

    JettyErrorHandler(PreRoutingErrors preRoutingErrors) {
        this.preRoutingErrors = preRoutingErrors;
    }

    /** Sends a body for every method. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        preRoutingErrors.write(request, response, callback, status, code(status), detail(status));
    }

    private static String detail(int status) {
        String detail = status + " " + HttpStatus.getMessage(status).toLowerCase(Locale.ROOT);
        return status == HttpStatus.BAD_REQUEST_400 ? detail + AMBIGUOUS : detail;
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case HttpStatus.URI_TOO_LONG_414, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> ErrorCode.HEAD_TOO_LONG;
            case HttpStatus.INTERNAL_SERVER_ERROR_500 -> ErrorCode.INTERNAL_ERROR;
            default -> ErrorCode.MALFORMED_REQUEST;
        };
    }
}
