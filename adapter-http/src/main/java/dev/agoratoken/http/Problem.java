package dev.agoratoken.http;

import dev.agoratoken.token.TokenException;
import dev.agoratoken.wire.FieldError;
import java.util.List;

/**
 * What went wrong, for programs and people (RFC 9457).
 *
 * @param errors every bad field at once; absent where no field is to blame
 */
record Problem(
        String type, String title, int status, String detail, String code, String requestId, List<FieldError> errors) {
    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(TokenException failure, String requestId) {
        List<FieldError> errors = FieldError.of(failure);
        return switch (errors.size()) {
            case 0 -> of(failure.code(), Statuses.of(failure), failure.getMessage(), requestId);
            case 1 -> of(failure, errors.get(0).toString(), requestId, errors);
            default -> of(failure, errors.size() + " fields are refused, see errors", requestId, errors);
        };
    }

    /** One that is about no field. */
    static Problem of(String code, int status, String detail, String requestId) {
        return of(code, status, detail, requestId, null);
    }

    private static Problem of(TokenException failure, String detail, String requestId, List<FieldError> errors) {
        return of(failure.code(), Statuses.of(failure), detail, requestId, errors);
    }

    private static Problem of(String code, int status, String detail, String requestId, List<FieldError> errors) {
        return new Problem("/errors/" + code, ErrorCodes.title(code), status, detail, code, requestId, errors);
    }
}
