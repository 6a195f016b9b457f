package dev.agoratoken.verify.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Damage that shows in the characters of a token and that cannot be repaired. */
public final class TokenShape {
    /** Shorter texts can have letters of one case by chance. */
    private static final int MIN_LETTERS = 24;

    /** Longer texts are something else. */
    private static final int MAX_LENGTH = 1 << 15;

    private static final Pattern SHORTENED =
            Pattern.compile("\\W*00[67][\\w+/=-]*\\s*(\\.{2,}|\u2026|\\*{3,}|\\[\\.\\.\\.\\]).*", Pattern.DOTALL);

    private TokenShape() {}

    /** Returns the case of all letters, {@code lower} or {@code upper}, if base64 of a token has only one. */
    public static Optional<String> onlyCase(String text) {
        int start = text.startsWith("006") ? TokenLocator.END_OF_APP_ID : TokenLocator.PREFIX;
        if (!text.startsWith("006") && !text.startsWith("007")) {
            return Optional.empty();
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int lower = 0;
        int upper = 0;
        for (int i = start; i < text.length() && (lower == 0 || upper == 0); i++) {
            lower += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
            upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        if (lower > 0 && upper > 0 || lower + upper < MIN_LETTERS) {
            return Optional.empty();
        }
        return Optional.of(lower > 0 ? "lower" : "upper");
    }

    /** Returns whether a token was shortened for display, such as {@code 007eJxT...}. */
    public static boolean isShortened(String text) {
        return SHORTENED.matcher(text).matches();
    }
}
