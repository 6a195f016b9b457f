package dev.agoratoken.token.service;

/** The fields of services, apart from privileges. Their order in a token is that of {@link ServiceType#fields()}. */
public enum Field {
    /** The channel: a name, or a pattern with {@code *}. */
    CHANNEL,
    /** The user of a channel: uid, account, or empty for any user. */
    USER,
    /** The user id of Signaling or Chat. */
    USER_ID,
    /** The room of a classroom. */
    ROOM_UUID,
    /** The user of a classroom. */
    USER_UUID,
    /** The role in a classroom; -1 for none. */
    ROOM_ROLE,
    /** What a user of RTM2 may do. */
    PERMISSIONS
}
