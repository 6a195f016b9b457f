package dev.agoratoken.issuing.policy;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;

/** The name of a caller in the configuration: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record CallerName(String value) {
    private static final int LONGEST = 64;

    public CallerName {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(CallerName::isLegal)) {
            throw new InvalidValueException(
                    "name",
                    Received.quoted(value) + " is no name of a caller",
                    "use 1 to 64 of a-z, A-Z, 0-9, '_', '-' and '.'");
        }
    }

    /**
     * Makes a name.
     *
     * @throws InvalidValueException if it is empty, too long, or holds another character
     */
    public static CallerName of(String value) {
        return new CallerName(value);
    }

    static boolean isLegal(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-.".indexOf(c) >= 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
