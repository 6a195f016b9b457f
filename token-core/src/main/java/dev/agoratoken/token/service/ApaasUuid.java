package dev.agoratoken.token.service;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.NameSyntax;
import dev.agoratoken.token.RtmUserId;

/**
 * The uuid of a room or a user of Flexible Classroom: any text of 1 to 64 bytes that Signaling accepts as a name, since
 * rooms and users are channels and users there. Users are refused as {@link RtmUserId} refuses them: see {@link #ofUser}.
 */
public record ApaasUuid(String value) {
    private static final int MAX_LENGTH = 64;

    public ApaasUuid {
        NameSyntax.check("uuid", value, MAX_LENGTH);
    }

    /**
     * Makes a uuid.
     *
     * @throws InvalidValueException if the text is empty, longer than 64 bytes, or holds a character that Agora refuses
     */
    public static ApaasUuid of(String value) {
        return new ApaasUuid(value);
    }

    /**
     * Makes the uuid of a user.
     *
     * @throws InvalidValueException as above, and if it starts with a space or is {@code "0"}
     */
    public static ApaasUuid ofUser(String value) {
        ApaasUuid uuid = new ApaasUuid(value);
        uuid.checkUser();
        return uuid;
    }

    void checkUser() {
        try {
            RtmUserId.of(value);
        } catch (InvalidValueException e) {
            throw e.withField("userUuid");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
