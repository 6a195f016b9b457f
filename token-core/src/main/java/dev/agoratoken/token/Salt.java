package dev.agoratoken.token;

/** The number that makes two tokens of equal content differ: 0 to 4294967295, public, and different every time. */
public record Salt(long value) {
    public Salt {
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw new InvalidValueException("salt", "invalid salt " + value, "use 0 to 4294967295");
        }
    }

    public static Salt of(long value) {
        return new Salt(value);
    }
}
