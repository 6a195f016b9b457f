package dev.agoratoken.verify;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;

/** The little that is asked of a name that a token is held against: Agora's own rules are for the findings. */
final class ExpectedName {
    private static final int LONGEST = 1024;

    private ExpectedName() {}

    static void check(String field, String name) {
        if (name.length() > LONGEST) {
            throw new InvalidValueException(
                    field, Received.quoted(name) + " is no name", "give at most " + LONGEST + " characters");
        }
        if (name.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new InvalidValueException(
                    field, Received.quoted(name) + " holds half a character", "send whole Unicode characters");
        }
    }
}
