package dev.agoratoken.text;

/** Matching of patterns in which {@code *} stands for any text, including none. Stateless and thread-safe. */
public final class Wildcard {
    private Wildcard() {}

    /**
     * Whether the pattern matches the complete name; case matters. Takes at most as many steps as the product of the
     * two lengths.
     */
    public static boolean matches(CharSequence pattern, CharSequence name) {
        int p = 0;
        int star = -1;
        int resume = 0;
        for (int n = 0; n < name.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
