package dev.agoratoken.verify.text;

import dev.agoratoken.text.Ascii;

/** The digits of base64, standard and URL-safe. */
final class Base64Digits {
    private Base64Digits() {}

    static boolean isDigit(char c) {
        return Ascii.isLetterOrDigit(c) || c == '+' || c == '/' || c == '-' || c == '_';
    }

    static boolean isUrlSafe(String token) {
        return token.contains("-") || token.contains("_");
    }

    /** Returns the token in the standard alphabet. */
    static String standard(String token) {
        return isUrlSafe(token) ? token.replace('-', '+').replace('_', '/') : token;
    }
}
