package dev.agoratoken.token.service;

/** The fields of services, apart from privileges. Their order in a token is that of {@link ServiceType#fields()}. */
public enum Field {
    CHANNEL,
    /** The user of a channel: uid, account, or empty for any user. */
    USER,
    /** The user id of Signaling or Chat. */
    USER_ID,
    ROOM_UUID,
    USER_UUID,
    ROOM_ROLE,
    PERMISSIONS
}
