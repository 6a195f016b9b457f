package dev.agoratoken.token;

/**
 * The uuid of a room or a user of Flexible Classroom: any text of 1 to 64 bytes that Signaling accepts as a name, since
 * rooms and users are channels and users there.
 */
public record ApaasUuid(String value) {
    private static final int LONGEST = 64;

    public ApaasUuid {
        Names.check("uuid", value, LONGEST);
    }

    /**
     * Makes a uuid.
     *
     * @throws InvalidValueException if the text is empty, longer than 64 bytes, or holds a character that Agora refuses
     */
    public static ApaasUuid of(String value) {
        return new ApaasUuid(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
