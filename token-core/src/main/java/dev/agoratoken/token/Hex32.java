package dev.agoratoken.token;

import dev.agoratoken.text.Ascii;

/** The syntax of App IDs and App Certificates: 32 hexadecimal characters, kept exactly as typed. */
final class Hex32 {
    static final int LENGTH = 32;

    private Hex32() {}

    static boolean matches(String text) {
        return text.length() == LENGTH && text.chars().allMatch(Ascii::isHexDigit);
    }
}
