package dev.agoratoken.token;

import dev.agoratoken.text.Printable;
import dev.agoratoken.text.WholeNumber;
import java.util.Optional;

/**
 * A numeric user id (uid): 1 to 4294967295, an unsigned 32-bit number. 0 is rejected, because Agora reads it as any
 * user: see {@link AnyUser}.
 *
 * @param number 1 to 4294967295
 */
public record UserId(long number) implements User {
    /** The largest uid, 2<sup>32</sup> − 1. */
    public static final long MAX_VALUE = 0xFFFF_FFFFL;

    /** The smallest amount of a negative number that stands for a uid. */
    private static final long MIN_SIGNED = 1000;

    /** Same as {@link #of}. */
    public UserId {
        if (number < 1 || number > MAX_VALUE) {
            throw number == 0 ? anyUser() : outOfRange(Long.toString(number), Long.toString(number));
        }
    }

    /**
     * {@return a uid}
     *
     * @param number 1 to 4294967295; see {@link #ofSigned} for an {@code int} of Android
     * @throws InvalidValueException if the number is not 1 to 4294967295
     */
    public static UserId of(long number) {
        return new UserId(number);
    }

    /**
     * Reads a uid from decimal digits; leading zeros are dropped.
     *
     * @param digits the number in decimal
     * @return the uid
     * @throws InvalidValueException if the text is anything but digits, or the number is not 1 to 4294967295
     */
    public static UserId parse(String digits) {
        return new UserId(
                WholeNumber.parse(digits, 0, MAX_VALUE).orElseThrow(() -> outOfRange(digits, Printable.quote(digits))));
    }

    /**
     * {@return whether the text is the {@link #value} of a uid} A token with such a user was probably made for a
     * number.
     *
     * @param text any text
     */
    public static boolean isValue(String text) {
        return WholeNumber.parse(text, 1, MAX_VALUE).isPresent() && text.charAt(0) != '0';
    }

    /**
     * {@return the uid that a negative number stands for, as Java and Android print uids above 2147483647} Empty for -1
     * to -999, which code writes for a missing value.
     *
     * @param text a decimal number; any text
     */
    public static Optional<UserId> ofSigned(String text) {
        return text != null && text.startsWith("-")
                ? WholeNumber.parse(text.substring(1), MIN_SIGNED, -(long) Integer.MIN_VALUE).stream()
                        .mapToObj(number -> new UserId(-number & MAX_VALUE))
                        .findFirst()
                : Optional.empty();
    }

    private static InvalidValueException anyUser() {
        return new InvalidValueException("uid", "0 stands for any user", "use 1 to 4294967295, or request any user");
    }

    private static InvalidValueException outOfRange(String text, String received) {
        return ofSigned(text)
                .map(uid -> new InvalidValueException(
                        "uid",
                        received + " is negative, as Java and Android print uids above 2147483647",
                        "use " + uid))
                .orElseGet(() -> new InvalidValueException(
                        "uid", "invalid uid " + received, "use a whole number from 1 to 4294967295"));
    }

    @Override
    public String value() {
        return Long.toString(number);
    }

    @Override
    public String toString() {
        return value();
    }
}
