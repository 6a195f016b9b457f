package dev.agoratoken.verify;

import dev.agoratoken.token.Printable;

/**
 * What the SDKs ask of a name before they connect (docs/reference/token-format.md#names and #checks-in-client-sdks).
 * Not what we write into tokens: there are names that we refuse to issue and that the SDKs take.
 */
record SdkNameRule(String name, int maxLength, boolean upperCase, String punctuation) {
    private static final String WEB_PUNCTUATION = " !#$%&()+-:;<=.>?@[]^_{}|~,";

    static final SdkNameRule CHANNEL = new SdkNameRule("channel", 64, true, WEB_PUNCTUATION);
    static final SdkNameRule ACCOUNT = new SdkNameRule("account", 255, true, WEB_PUNCTUATION);
    static final SdkNameRule SIGNALING_USER = new SdkNameRule("user id", 64, true, WEB_PUNCTUATION);
    static final SdkNameRule CHAT_USER = new SdkNameRule("Chat user id", 64, false, "_-.");
    static final SdkNameRule ROOM = new SdkNameRule("room", 64, true, WEB_PUNCTUATION);
    static final SdkNameRule ROOM_USER = new SdkNameRule("room user", 64, true, WEB_PUNCTUATION);

    /** Reports a name that is refused. */
    void report(String text, FindingCollector findingCollector) {
        report(text, false, findingCollector);
    }

    /** The same, for what may stand for more than one: it may be empty and hold a {@code *}. */
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

    private String problem(String text, boolean pattern) {
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
