package dev.agoratoken.verify;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;

/** The little that is asked of a name that a token is held against: Agora's own rules are for the findings. */
final class NameLimits {
    private static final int MAX_LENGTH = 1024;

    private NameLimits() {}

    static void check(String field, String name) {
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
