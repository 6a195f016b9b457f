package dev.agoratoken.http.legacy;

import dev.agoratoken.http.error.LegacyErrorException;
import dev.agoratoken.token.TokenException;
import java.util.function.Supplier;

/** How the old GET routes begin their errors, and under which key (docs/reference/http-contract.md#errors). */
enum LegacyErrorFormat {
    RTC("Error Generating RTC token: ", "error", "Error Generating RTC token - "),
    RTM("Error Generating RTM token: ", "message", "Error Generating RTM token: "),
    RTC_AND_RTM("Error Generating RTC and RTM token: ", "message", "Error Generating RTC and RTM token: "),
    CHAT("Error Generating Chat token: ", "message", "Error Generating Chat token: ");

    private final String unreadable;
    private final String keyOfUnusable;
    private final String unusable;

    LegacyErrorFormat(String unreadable, String keyOfUnusable, String unusable) {
        this.unreadable = unreadable;
        this.keyOfUnusable = keyOfUnusable;
        this.unusable = unusable;
    }

    /** Reads a parameter; what cannot be read is reported as {@code message}. */
    <T> T whileReading(Supplier<T> parameter) {
        try {
            return parameter.get();
        } catch (TokenException e) {
            throw new LegacyErrorException("message", unreadable, e);
        }
    }

    /** Makes a token of what was read. */
    <T> T whileIssuing(Supplier<T> token) {
        try {
            return token.get();
        } catch (TokenException e) {
            throw new LegacyErrorException(keyOfUnusable, unusable, e);
        }
    }
}
