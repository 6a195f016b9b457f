package dev.agoratoken.http.error;

import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.token.TokenException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Error codes with their status, title and hint. */
public enum ErrorCode {
    UNREADABLE_JSON(
            400,
            "Malformed JSON",
            "Send one JSON object in UTF-8, each key once and nothing after it; detail gives the position of the error."),
    UNKNOWN_FIELD(
            400,
            "Unknown field",
            "Correct or remove the fields in errors; no field is ignored, because a typo would change the token."),
    BODY_BROKE_OFF(400, "Incomplete body", "Send the complete body, as many bytes as Content-Length declares."),
    MALFORMED_REQUEST(
            400,
            "Malformed request",
            "Send valid HTTP with one Host header; percent-encode path segments in UTF-8, without '/' and dot segments."),
    UNKNOWN_CALLER(
            401,
            "Invalid credentials",
            "Send one API key or JWT that this server knows: 'Authorization: Bearer …' or 'X-Api-Key: …', once."),
    NOT_ALLOWED(
            403,
            "Not allowed",
            "Request less, or ask the operator to extend your rules; errors names the field that no rule covers."),
    BANNED(403, "Banned", "Request the token after the time in until; callers who may ban can lift the ban."),
    ORIGIN_NOT_ALLOWED(
            403,
            "Origin not allowed",
            "Ask the operator to add the page's origin to CORS_ALLOW_ORIGIN, or call from a backend."),
    NOT_FOUND(404, "Not found", "Compare the path with /openapi.json."),
    UNKNOWN_PROJECT(
            404,
            "Unknown project",
            "Use a project of the server's configuration, or omit the project for the default one."),
    UNKNOWN_BAN(404, "Unknown ban", "List the bans that hold now with GET /v1/bans; a ban that ended is gone."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "Use a method listed in the Allow header."),
    BAN_EXISTS(409, "Ban exists", "Omit id for a new one, or delete the ban that has this id first."),
    BODY_TOO_LONG(413, "Content too large", "Send at most " + RequestBodies.MAX_BYTES + " bytes."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "Send JSON in UTF-8 with 'Content-Type: application/json'."),
    HOST_NOT_ALLOWED(
            421,
            "Host not allowed",
            "Use localhost or 127.0.0.1; to serve other hosts, the operator configures callers or sets --open."),
    INVALID_VALUE(422, "Invalid value", "Correct all fields in errors; each message ends with what is valid."),
    RATE_LIMITED(
            429,
            "Rate limit exceeded",
            "Retry after the seconds in Retry-After; reuse a token until it is about to expire."),
    HEAD_TOO_LONG(431, "Header too large", "Send a request line and header fields of at most 8 KiB in total."),
    INTERNAL_ERROR(
            500, "Internal error", "Retry once; if the error persists, report it to the operator with the request id."),
    CALLER_CHECK_UNAVAILABLE(
            503, "Caller authentication unavailable", "Retry later: the server cannot reach its identity provider."),
    AUDIT_UNAVAILABLE(
            503,
            "Audit unavailable",
            "Retry later: the operator must make the audit file writable; /health/ready shows the state."),
    SHARED_STATE_UNAVAILABLE(
            503,
            "Shared state unavailable",
            "Retry later: the server cannot reach the store of its rate limits; /health/ready shows the state."),
    BAN_STORE_UNAVAILABLE(
            503,
            "Ban store unavailable",
            "Retry with the same id: nothing was changed; the operator must make the store writable."),
    OVERLOADED(503, "Server overloaded", "Retry after the seconds in Retry-After.");

    private final int status;
    private final String title;
    private final String hint;

    ErrorCode(int status, String title, String hint) {
        this.status = status;
        this.title = title;
        this.hint = hint;
    }

    /** Returns the code of a failure; an unknown code is an internal error. */
    public static ErrorCode of(TokenException failure) {
        return fromLabel(failure.code()).orElse(INTERNAL_ERROR);
    }

    public static Optional<ErrorCode> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(code -> code.label().equals(label))
                .findFirst();
    }

    /** The public name, such as {@code unknown_field}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    /** The status on compatible routes, whose clients expect 400 for invalid values and 403 for a host that is not allowed. */
    public int legacyStatus() {
        return this == INVALID_VALUE ? UNREADABLE_JSON.status : this == HOST_NOT_ALLOWED ? NOT_ALLOWED.status : status;
    }

    public String title() {
        return title;
    }

    /** What the client can do. */
    String hint() {
        return hint;
    }
}
