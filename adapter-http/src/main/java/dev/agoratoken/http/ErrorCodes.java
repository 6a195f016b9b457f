package dev.agoratoken.http;

import java.util.Map;

/** The titles of the codes that problems have. */
final class ErrorCodes {
    static final String NOT_FOUND = "not_found";
    static final String METHOD_NOT_ALLOWED = "method_not_allowed";
    static final String OUR_FAULT = "internal_error";
    static final String OVERLOADED = "overloaded";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("unreadable_json", "The body is no JSON document"),
            Map.entry("unknown_field", "The document has a field that nobody knows"),
            Map.entry("invalid_value", "A value is refused"),
            Map.entry("body_broke_off", "The body did not arrive whole"),
            Map.entry("body_too_long", "The body is too long"),
            Map.entry("unsupported_media_type", "The body is not declared as JSON"),
            Map.entry("unknown_caller", "The credentials are not good"),
            Map.entry("not_allowed", "No rule of yours covers this"),
            Map.entry("unknown_project", "There is no such project"),
            Map.entry("rate_limited", "That was too often"),
            Map.entry("audit_unavailable", "Decisions cannot be written down now"),
            Map.entry("caller_check_unavailable", "Who asks cannot be found out now"),
            Map.entry(NOT_FOUND, "There is nothing here"),
            Map.entry(METHOD_NOT_ALLOWED, "This is not done with that method"),
            Map.entry(OVERLOADED, "There is too much to do"),
            Map.entry(OUR_FAULT, "That is our own fault"));

    private ErrorCodes() {}

    static String title(String code) {
        return TITLES.getOrDefault(code, code);
    }
}
