package dev.agoratoken;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.UserId;

/** Checks of arguments, whose messages name the methods of this package. */
final class Arguments {
    private Arguments() {}

    static <T> T require(String name, T value) {
        if (value == null) {
            throw new InvalidValueException(name, "must not be null", "pass a value");
        }
        return value;
    }

    /** The uid of a client that joins with a number above 0. */
    static UserId uid(long uid) {
        if (uid == 0) {
            throw new InvalidValueException("uid", "0 stands for any user", "use 1 to 4294967295, or call anyUser()");
        }
        requireUnsigned(uid, 1);
        return UserId.of(uid);
    }

    /** Rejects what a signed int makes of a uid above 2147483647; valid uids start at {@code min}. */
    static void requireUnsigned(long uid, int min) {
        if (uid < 0 && uid >= Integer.MIN_VALUE) {
            throw new InvalidValueException(
                    "uid",
                    "invalid uid " + uid,
                    "use " + min + " to 4294967295, or call uidOfInt(" + uid + ") for an int of the Android SDK");
        }
    }
}
