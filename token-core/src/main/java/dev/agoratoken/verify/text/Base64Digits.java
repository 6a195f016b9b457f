package dev.agoratoken.verify.text;

/** The digits of base64, standard and URL-safe. */
final class Base64Digits {
    private Base64Digits() {}

    static boolean isDigit(char c) {
        return c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }

    static boolean isUrlSafe(String token) {
        return token.indexOf('-') >= 0 || token.indexOf('_') >= 0;
    }

    /** Returns the token in the standard alphabet. */
    static String standard(String token) {
        return isUrlSafe(token) ? token.replace('-', '+').replace('_', '/') : token;
    }
}
