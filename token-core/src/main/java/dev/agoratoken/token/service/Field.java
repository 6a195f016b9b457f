package dev.agoratoken.token.service;

/** What a service holds besides its privileges. The order in a token is that of {@link ServiceType#fields()}. */
public enum Field {
    CHANNEL,
    /** The user of a channel: uid, user account, or empty for anyone. */
    USER,
    /** The user id of Signaling or Chat. */
    USER_ID,
    ROOM_UUID,
    USER_UUID,
    ROOM_ROLE,
    PERMISSIONS
}
