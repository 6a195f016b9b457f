package dev.agoratoken.http.error;

import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.token.TokenException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a request: the one table from failure to status, title, and what to do about it. */
public enum ErrorCode {
    UNREADABLE_JSON(
            400,
            "The body is no JSON document",
            "Send one JSON object in UTF-8, each key once and nothing behind it; detail says where reading stopped."),
    UNKNOWN_FIELD(
            400,
            "The document has a field that nobody knows",
            "Correct or remove the fields that errors names; nothing is ignored, because a typo must not become another token."),
    BODY_BROKE_OFF(
            400, "The body did not arrive whole", "Send the whole body at once, as long as Content-Length says."),
    MALFORMED_REQUEST(
            400,
            "The request cannot be read, or two readers could read it differently",
            "Send plain HTTP with one Host; percent-encode names in the path in UTF-8, and neither '/' nor '.' in them."),
    UNKNOWN_CALLER(
            401,
            "The credentials are not good",
            "Send one API key or login token that this server knows, as 'Authorization: Bearer …' or 'X-Api-Key: …', once."),
    NOT_ALLOWED(
            403,
            "No rule of yours covers this",
            "Ask for less, or have whoever runs the server widen your rules; errors names the field that no rule covers."),
    ORIGIN_NOT_ALLOWED(
            403,
            "Pages of that origin may not ask",
            "Have whoever runs the server add the page's origin to CORS_ALLOW_ORIGIN, or ask from a backend."),
    NOT_FOUND(404, "There is nothing here", "Compare the path with /openapi.json."),
    UNKNOWN_PROJECT(
            404,
            "There is no such project",
            "Name a project of the server's configuration, or leave the project out for its default."),
    METHOD_NOT_ALLOWED(405, "This is not done with that method", "Use a method that the header Allow lists."),
    BODY_TOO_LONG(413, "The body is too long", "Send at most " + RequestBodies.MAX_BYTES + " bytes."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body is not declared as JSON", "Send the body in UTF-8 with 'Content-Type: application/json'."),
    HOST_NOT_ALLOWED(
            421,
            "The server does not go by that name",
            "Ask localhost or 127.0.0.1; whoever runs the server can open it to others with --open, or configure callers."),
    INVALID_VALUE(
            422,
            "A value is refused",
            "Correct the fields that errors names, all at once; each message ends with what would be right."),
    RATE_LIMITED(
            429,
            "That was too often",
            "Wait as many seconds as Retry-After says; use a token until it is nearly over."),
    HEAD_TOO_LONG(431, "The head is too long", "Send a request line and headers of at most 8 KiB in all."),
    INTERNAL_ERROR(
            500,
            "That is our own fault",
            "Try again once; if it stays, report it to whoever runs the server with the request id."),
    CALLER_CHECK_UNAVAILABLE(
            503,
            "Who asks cannot be found out now",
            "Try again later: the identity provider of the server cannot be reached."),
    AUDIT_UNAVAILABLE(
            503,
            "Decisions cannot be written down now",
            "Try again later: whoever runs the server has to make room for its audit, and /health/ready says so."),
    OVERLOADED(503, "There is too much to do", "Try again after as many seconds as Retry-After says.");

    private final int status;
    private final String title;
    private final String hint;

    ErrorCode(int status, String title, String hint) {
        this.status = status;
        this.title = title;
        this.hint = hint;
    }

    /** What that failure is; one that nobody thought of is our own fault. */
    public static ErrorCode of(TokenException failure) {
        return fromLabel(failure.code()).orElse(INTERNAL_ERROR);
    }

    public static Optional<ErrorCode> fromLabel(String label) {
        return Arrays.stream(values())
                .filter(code -> code.label().equals(label))
                .findFirst();
    }

    /** The stable name, such as {@code unknown_field}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    /** The same on the old routes, whose clients know 400 for whatever is wrong with a request, and 403 for pages. */
    public int legacyStatus() {
        return this == INVALID_VALUE ? UNREADABLE_JSON.status : this == HOST_NOT_ALLOWED ? NOT_ALLOWED.status : status;
    }

    public String title() {
        return title;
    }

    /** What whoever asked can do. */
    String hint() {
        return hint;
    }
}
