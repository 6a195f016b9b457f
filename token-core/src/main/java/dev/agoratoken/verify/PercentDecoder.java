package dev.agoratoken.verify;

/** Decoder of percent-encoded text (RFC 3986), up to three times encoded. */
final class PercentDecoder {
    private static final int MAX_ROUNDS = 3;

    private PercentDecoder() {}

    /** Returns the decoded text; the same text if nothing is encoded. */
    static String decode(String text) {
        String decoded = text;
        for (int round = 0; round < MAX_ROUNDS && decoded.indexOf('%') >= 0; round++) {
            decoded = decodeOnce(decoded);
        }
        return decoded;
    }

    private static String decodeOnce(String text) {
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = text.charAt(i) == '%' && i + 2 < text.length() ? code(text, i + 1) : -1;
            decoded.append(code < 0 ? text.charAt(i) : (char) code);
            i += code < 0 ? 0 : 2;
        }
        return decoded.toString();
    }

    private static int code(String text, int index) {
        int high = Character.digit(text.charAt(index), 16);
        int low = Character.digit(text.charAt(index + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
