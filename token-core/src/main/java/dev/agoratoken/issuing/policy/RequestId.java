package dev.agoratoken.issuing.policy;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;

/** The id by which a request is found again: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record RequestId(String value) {
    private static final int LONGEST = 64;

    public RequestId {
        if (!isLegal(value)) {
            throw new InvalidValueException(
                    "requestId",
                    Received.quoted(value) + " is no id of a request",
                    "use 1 to 64 of a-z, A-Z, 0-9, '_', '-' and '.'");
        }
    }

    /**
     * Makes an id.
     *
     * @throws InvalidValueException if it is empty, too long, or holds another character
     */
    public static RequestId of(String value) {
        return new RequestId(value);
    }

    /** Whether that can be an id. */
    public static boolean isLegal(String value) {
        return !value.isEmpty() && value.length() <= LONGEST && value.chars().allMatch(CallerName::isLegal);
    }

    @Override
    public String toString() {
        return value;
    }
}
