package dev.agoratoken;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.PrivilegeExpiry;
import java.time.Duration;
import java.util.function.Consumer;

/** Checks of arguments, whose messages name the methods of this package. */
final class Arguments {
    private Arguments() {}

    static <T> T require(String name, T value) {
        if (value == null) {
            throw new InvalidValueException(name, "must not be null", "pass a value");
        }
        return value;
    }

    /**
     * The expiry of what one call grants for a time.
     *
     * @param field the argument that names what is granted
     * @param granted what is granted, in the message
     * @param lifetime how long
     * @param withoutLifetime the call that grants it until the token expires
     */
    static PrivilegeExpiry expiry(String field, String granted, Duration lifetime, String withoutLifetime) {
        require("lifetime", lifetime);
        try {
            return PrivilegeExpiry.after(Lifetime.of(lifetime));
        } catch (InvalidValueException e) {
            // Agora's builders take 0 for a privilege that expires with the token.
            String remedy = lifetime.isZero() ? e.remedy() + ", or call " + withoutLifetime : e.remedy();
            throw new InvalidValueException(field, granted + ": " + e.problem(), remedy);
        }
    }

    /** The expiry of a privilege that is granted for a time. */
    static PrivilegeExpiry expiry(Enum<?> privilege, Duration lifetime) {
        require("lifetime", lifetime);
        String name = require("privilege", privilege).name();
        return expiry("privileges", name, lifetime, "allow(" + name + ")");
    }

    /**
     * Rejects a pattern instead of a name.
     *
     * @param pattern rejects what is not even a pattern
     * @param remedy what to do, with {@code %s} for the pattern in quotes
     */
    static String requireNoPattern(String field, String name, Consumer<String> pattern, String remedy) {
        if (require(field, name).indexOf('*') >= 0) {
            pattern.accept(name);
            String quoted = '"' + name + '"';
            throw new InvalidValueException(field, quoted + " contains the wildcard '*'", remedy.replace("%s", quoted));
        }
        return name;
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
