package dev.agoratoken.http.error;

import dev.agoratoken.document.FieldError;
import dev.agoratoken.issuing.policy.ban.BannedException;
import dev.agoratoken.token.TokenException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param errors all invalid fields; null if the problem concerns no field
 * @param until when the ban ends, in RFC 3339 UTC; null for other problems
 */
public record ProblemDetail(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        @Nullable List<FieldError> errors,
        @Nullable String until) {
    public static final String CONTENT_TYPE = "application/problem+json";

    static ProblemDetail of(TokenException failure, String requestId) {
        List<FieldError> errors = FieldError.of(failure);
        ErrorCode code = ErrorCode.of(failure);
        return switch (errors.size()) {
            case 0 -> of(code, failure.getMessage(), requestId).until(end(failure));
            case 1 -> of(code, code.status(), errors.get(0).toString(), requestId, errors);
            default -> of(code, code.status(), errors.size() + " invalid fields; see errors", requestId, errors);
        };
    }

    /** Creates a problem that concerns no field. */
    static ProblemDetail of(ErrorCode code, String detail, String requestId) {
        return of(code, code.status(), detail, requestId);
    }

    /** Creates a problem that concerns no field, with a more specific status than the code's. */
    public static ProblemDetail of(ErrorCode code, int status, String detail, String requestId) {
        return of(code, status, detail, requestId, null);
    }

    private static ProblemDetail of(
            ErrorCode code, int status, String detail, String requestId, @Nullable List<FieldError> errors) {
        return new ProblemDetail(
                "/errors/" + code.label(), code.title(), status, detail, code.label(), requestId, errors, null);
    }

    private static @Nullable String end(TokenException failure) {
        return failure instanceof BannedException banned ? banned.until().toString() : null;
    }

    private ProblemDetail until(@Nullable String end) {
        return new ProblemDetail(type, title, status, detail, code, requestId, errors, end);
    }
}
