package dev.agoratoken.token.service;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;

/**
 * The uuid of a room or a user of Flexible Classroom: 1 to 64 bytes that Signaling accepts as a name, since rooms and
 * users are Signaling channels and users. Users follow the stricter rules of {@link RtmUserId}: see {@link #ofUser}.
 *
 * @param value the uuid, as the client passes it to the classroom SDK
 */
public record ApaasUuid(String value) {
    /** Same as {@link #of}. */
    public ApaasUuid {
        SignalingName.check("uuid", value);
    }

    /**
     * {@return the uuid of a room}
     *
     * @param value 1 to 64 bytes
     * @throws InvalidValueException if the text is empty, longer than 64 bytes, or contains a character that Agora does
     *     not allow
     */
    public static ApaasUuid of(String value) {
        return new ApaasUuid(value);
    }

    /**
     * {@return the uuid of a user}
     *
     * @param value 1 to 64 bytes; not {@code "0"}
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
