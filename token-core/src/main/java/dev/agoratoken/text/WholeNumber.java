package dev.agoratoken.text;

import java.util.OptionalLong;

/** Reads whole numbers: ASCII digits without sign, fraction or space. */
public final class WholeNumber {
    private WholeNumber() {}

    /** Whether the text is one or more of the digits 0 to 9 and nothing else. */
    public static boolean isDigits(String text) {
        return text != null && !text.isEmpty() && text.chars().allMatch(Ascii::isDigit);
    }

    /**
     * Reads a whole number; leading zeros are dropped.
     *
     * @param min at least 0
     * @param max at most {@link Long#MAX_VALUE}
     * @return empty if the text is anything but digits, or the number is outside {@code min} to {@code max}
     */
    public static OptionalLong parse(String text, long min, long max) {
        if (!isDigits(text)) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit > max || number > (max - digit) / 10) {
                return OptionalLong.empty();
            }
            number = number * 10 + digit;
        }
        return number < min ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
