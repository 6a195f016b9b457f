package dev.agoratoken.http.legacy;

import dev.agoratoken.http.error.LegacyErrorException;
import dev.agoratoken.token.TokenException;
import java.util.function.Supplier;

/** Prefixes and JSON fields of the errors of the compatible GET routes (docs/reference/http-contract.md#errors). */
enum LegacyErrorFormat {
    RTC("Error Generating RTC token: ", "error", "Error Generating RTC token - "),
    RTM("Error Generating RTM token: ", "message", "Error Generating RTM token: "),
    RTC_AND_RTM("Error Generating RTC and RTM token: ", "message", "Error Generating RTC and RTM token: "),
    CHAT("Error Generating Chat token: ", "message", "Error Generating Chat token: ");

    private final String parseErrorPrefix;
    private final String issueErrorField;
    private final String issueErrorPrefix;

    LegacyErrorFormat(String parseErrorPrefix, String issueErrorField, String issueErrorPrefix) {
        this.parseErrorPrefix = parseErrorPrefix;
        this.issueErrorField = issueErrorField;
        this.issueErrorPrefix = issueErrorPrefix;
    }

    /** Reads a parameter; a failure is reported in {@code message}. */
    <T> T whileReading(Supplier<T> parameter) {
        try {
            return parameter.get();
        } catch (TokenException e) {
            throw new LegacyErrorException("message", parseErrorPrefix, e);
        }
    }

    /** Issues tokens; a failure is reported in the field of the route. */
    <T> T whileIssuing(Supplier<T> token) {
        try {
            return token.get();
        } catch (TokenException e) {
            throw new LegacyErrorException(issueErrorField, issueErrorPrefix, e);
        }
    }
}
