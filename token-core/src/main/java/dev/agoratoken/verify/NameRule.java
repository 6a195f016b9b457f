package dev.agoratoken.verify;

import dev.agoratoken.token.Received;

/**
 * What the SDKs ask of a name before they connect (docs/reference/token-format.md#names and #checks-in-client-sdks).
 * Not what we write into tokens: there are names that we refuse to issue and that the SDKs take.
 */
record NameRule(String name, int longest, boolean upperCase, String punctuation) {
    private static final String MOST = " !#$%&()+-:;<=.>?@[]^_{}|~,";

    static final NameRule CHANNEL = new NameRule("channel", 64, true, MOST);
    static final NameRule ACCOUNT = new NameRule("account", 255, true, MOST);
    static final NameRule SIGNALING_USER = new NameRule("user id", 64, true, MOST);
    static final NameRule CHAT_USER = new NameRule("Chat user id", 64, false, "_-.");
    static final NameRule ROOM = new NameRule("room", 64, true, MOST);
    static final NameRule ROOM_USER = new NameRule("user of the room", 64, true, MOST);

    /** Reports a name that is refused. */
    void report(String text, Findings findings) {
        report(text, false, findings);
    }

    /** The same, for what may stand for more than one: it may be empty and hold a {@code *}. */
    void reportPattern(String text, Findings findings) {
        if (!text.isEmpty()) {
            report(text, true, findings);
        }
    }

    private void report(String text, boolean pattern, Findings findings) {
        String fault = fault(text, pattern);
        if (fault != null) {
            findings.error(
                    FindingCode.NAME_NOT_ALLOWED,
                    "the SDKs refuse the " + name + " " + Received.quoted(text) + ": " + fault,
                    "use 1 to " + longest + " characters of a-z, " + (upperCase ? "A-Z, " : "") + "0-9"
                            + (punctuation.startsWith(" ") ? ", space" : "") + " and " + punctuation.strip());
        }
    }

    private String fault(String text, boolean pattern) {
        if (text.isEmpty()) {
            return "it is empty";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLegal(c) && !(pattern && c == '*')) {
                return "it holds " + Received.quoted(text.substring(i, text.offsetByCodePoints(i, 1)));
            }
        }
        return text.length() > longest ? "it has " + text.length() + " characters" : null;
    }

    private boolean isLegal(char c) {
        return c >= 'a' && c <= 'z'
                || upperCase && c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || punctuation.indexOf(c) >= 0;
    }
}
