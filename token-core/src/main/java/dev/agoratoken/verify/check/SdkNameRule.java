package dev.agoratoken.verify.check;

import dev.agoratoken.text.Printable;
import dev.agoratoken.verify.finding.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * Rule of the SDKs for one kind of name (docs/reference/token-format.md#names and
 * docs/reference/token-format.md#checks-in-client-sdks). The rules for issuing tokens are stricter.
 */
final class SdkNameRule {
    private static final String WEB_PUNCTUATION = " !#$%&()+-:;<=.>?@[]^_{}|~,";

    static final SdkNameRule CHANNEL = new SdkNameRule("channel", 64, true, WEB_PUNCTUATION);
    static final SdkNameRule ACCOUNT = new SdkNameRule("account", 255, true, WEB_PUNCTUATION);
    static final SdkNameRule SIGNALING_USER = new SdkNameRule("user id", 64, true, WEB_PUNCTUATION);
    static final SdkNameRule CHAT_USER = new SdkNameRule("Chat user id", 64, false, "_-.");
    static final SdkNameRule ROOM = new SdkNameRule("room", 64, true, WEB_PUNCTUATION);
    static final SdkNameRule ROOM_USER = new SdkNameRule("room user", 64, true, WEB_PUNCTUATION);

    private final String name;
    private final int maxLength;
    private final boolean upperCase;
    private final String punctuation;

    private SdkNameRule(String name, int maxLength, boolean upperCase, String punctuation) {
        this.name = name;
        this.maxLength = maxLength;
        this.upperCase = upperCase;
        this.punctuation = punctuation;
    }

    /** Returns whether the SDKs accept a name. */
    boolean accepts(String text) {
        return problem(text, false) == null;
    }

    /** Reports a name that the SDKs reject. */
    void report(String text, FindingCollector findingCollector) {
        report(text, false, findingCollector);
    }

    /** Reports a pattern that no accepted name can match; it may be empty or contain {@code *}. */
    void reportPattern(String text, FindingCollector findingCollector) {
        if (!text.isEmpty()) {
            report(text, true, findingCollector);
        }
    }

    private void report(String text, boolean pattern, FindingCollector findingCollector) {
        String problem = problem(text, pattern);
        if (problem != null) {
            findingCollector.error(
                    FindingCode.NAME_NOT_ALLOWED,
                    "the SDKs reject the " + name + " " + Printable.quote(text) + ": " + problem,
                    "use 1 to " + maxLength + " characters from a-z, " + (upperCase ? "A-Z, " : "") + "0-9"
                            + (punctuation.startsWith(" ") ? ", space" : "") + " and " + punctuation.strip());
        }
    }

    private @Nullable String problem(String text, boolean pattern) {
        if (text.isEmpty()) {
            return "it is empty";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLegal(c) && !(pattern && c == '*')) {
                return "it contains " + Printable.quote(text.substring(i, text.offsetByCodePoints(i, 1)));
            }
        }
        return text.length() > maxLength ? "it has " + text.length() + " characters" : null;
    }

    private boolean isLegal(char c) {
        return c >= 'a' && c <= 'z'
                || upperCase && c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || punctuation.indexOf(c) >= 0;
    }
}
