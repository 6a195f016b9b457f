package dev.agoratoken.text;

/** Classes of ASCII characters. Unlike {@link Character}, no other alphabet or script counts. */
public final class Ascii {
    private Ascii() {}

    /** Whether it is one of 0 to 9. */
    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Whether it is one of a to z. */
    public static boolean isLowerCase(int c) {
        return c >= 'a' && c <= 'z';
    }

    /** Whether it is one of a to z, A to Z or 0 to 9. */
    public static boolean isLetterOrDigit(int c) {
        return isLowerCase(c) || c >= 'A' && c <= 'Z' || isDigit(c);
    }

    /** Whether it is one of 0 to 9, a to f or A to F. */
    public static boolean isHexDigit(int c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
