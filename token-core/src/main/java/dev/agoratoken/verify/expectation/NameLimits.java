package dev.agoratoken.verify.expectation;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;

/** The limits of an expected name. They are wide, because findings report what Agora does not allow. */
final class NameLimits {
    private static final int MAX_LENGTH = 1024;

    private NameLimits() {}

    /**
     * Requires at most 1024 characters without unpaired surrogates.
     *
     * @throws InvalidValueException if the name is not so
     */
    static void require(String field, String name) {
        if (name.length() > MAX_LENGTH) {
            throw new InvalidValueException(
                    field, Printable.quote(name) + " is too long", "use at most " + MAX_LENGTH + " characters");
        }
        if (name.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new InvalidValueException(
                    field,
                    Printable.quote(name) + " contains an unpaired surrogate",
                    "send complete Unicode characters");
        }
    }
}
