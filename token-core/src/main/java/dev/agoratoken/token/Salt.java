package dev.agoratoken.token;

/**
 * The random number in a token, 0 to 4294967295. It is public, and makes tokens with equal content differ.
 *
 * @param value 0 to 4294967295
 */
public record Salt(long value) {
    /**
     * Same as {@link #of}.
     *
     * @throws InvalidValueException if the number is out of range
     */
    public Salt {
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw new InvalidValueException("salt", "invalid salt " + value, "use 0 to 4294967295");
        }
    }

    /**
     * {@return a salt}
     *
     * @param value 0 to 4294967295
     * @throws InvalidValueException if the number is out of range
     */
    public static Salt of(long value) {
        return new Salt(value);
    }
}
