package dev.agoratoken.http;

import dev.agoratoken.issuing.policy.RequestRefusedException;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.wire.FieldError;
import dev.agoratoken.wire.InvalidDocumentException;
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
        List<FieldError> errors = errors(failure);
        String detail = errors == null || errors.size() == 1
                ? failure.getMessage()
                : errors.size() + " fields are refused, see errors";
        return of(ErrorCode.of(failure), detail, requestId, errors);
    }

    /** One that is about no field. */
    static Problem of(ErrorCode code, String detail, String requestId) {
        return of(code, detail, requestId, null);
    }

    private static Problem of(ErrorCode code, String detail, String requestId, List<FieldError> errors) {
        return new Problem(
                "/errors/" + code.label(), code.title(), code.status(), detail, code.label(), requestId, errors);
    }

    private static List<FieldError> errors(TokenException failure) {
        if (failure instanceof InvalidDocumentException document) {
            return document.errors();
        }
        if (failure instanceof InvalidValueException value) {
            return List.of(new FieldError(value.field(), value.problem() + "; " + value.remedy()));
        }
        return failure instanceof RequestRefusedException refused
                ? List.of(new FieldError(refused.path(), refused.problem()))
                : null;
    }
}
