package dev.agoratoken.token;

/** The rule that App IDs and App Certificates share: 32 hexadecimal characters, kept exactly as typed. */
final class Hex32 {
    static final int LENGTH = 32;

    private Hex32() {}

    static boolean matches(String text) {
        return text.length() == LENGTH && text.chars().allMatch(Hex32::isHexDigit);
    }

    private static boolean isHexDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
