package dev.agoratoken.verify.text;

/** Decoder of percent-encoded text (RFC 3986). */
final class PercentDecoder {
    private PercentDecoder() {}

    /** Returns the text, decoded once; the same text if nothing is encoded. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
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
