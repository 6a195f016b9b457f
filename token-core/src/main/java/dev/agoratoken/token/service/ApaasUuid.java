package dev.agoratoken.token.service;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;

/**
 * The uuid of a room or a user of Flexible Classroom: 1 to 64 bytes that Signaling accepts as a name, since rooms and
 * users are Signaling channels and users. Users follow the stricter rules of {@link RtmUserId}: see {@link #ofUser}.
 */
public record ApaasUuid(String value) {
    public ApaasUuid {
        SignalingName.check("uuid", value);
    }

    /**
     * Creates a uuid.
     *
     * @throws InvalidValueException if the text is empty, longer than 64 bytes, or contains a character that Agora does
     *     not allow
     */
    public static ApaasUuid of(String value) {
        return new ApaasUuid(value);
    }

    /**
     * Creates the uuid of a user.
     *
     * @throws InvalidValueException as for {@link #of}, and if the text starts with a space or is {@code "0"}
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
