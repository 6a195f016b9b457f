package dev.agoratoken.token;

import java.util.Locale;

/** Defects of the text or the bytes of a token. */
public enum TokenDefect {
    /** Neither a token nor a key of an earlier format. */
    NOT_A_TOKEN,
    /** A key of formats 001 to 005 or of the old Signaling, which Agora no longer accepts. */
    UNSUPPORTED_FORMAT,
    /** The text ends too early. */
    TRUNCATED,
    /** Not base64, not a zlib stream, a wrong checksum, or inconsistent lengths. */
    CORRUPT,
    /** The App ID has a space or quote before or after it, which the builder signed as part of it. */
    APP_ID_WITH_SPACE,
    /** There is data after the end of the content. */
    TRAILING_DATA,
    /** The text decodes, but no builder writes this text for this content. */
    NON_CANONICAL,
    /** Services or privileges are not in ascending order. */
    UNORDERED,
    /** A privilege occurs twice in one service, or a permission occurs twice. */
    DUPLICATE_PRIVILEGE,
    /** There is a service of an unknown type; it and everything after it is unread. */
    UNKNOWN_SERVICE;

    /** {@return the stable name of the defect, such as {@code trailing_data}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
