package dev.agoratoken.token;

/** The rule that App IDs and App Certificates share: 32 hexadecimal characters, kept exactly as typed. */
final class Hex32 {
    static final int LENGTH = 32;

    private Hex32() {}

    static boolean matches(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
