package dev.agoratoken.token;

import java.util.Locale;

/** What can be wrong with the text or the bytes of a token. */
public enum TokenDefect {
    /** Neither a token nor anything that ever was one. */
    NOT_A_TOKEN,
    /** A key of formats 001 to 005 or the old signaling key, dead for years. */
    UNSUPPORTED_FORMAT,
    /** The text ends too early. */
    TRUNCATED,
    /** Not base64, not a zlib stream, a wrong checksum, or lengths that do not fit. */
    CORRUPT,
    /** Something follows the end of the content. */
    TRAILING_DATA,
    /** It decodes, but no writer produces this text for this content. */
    NON_CANONICAL,
    /** Services or privileges do not stand in ascending order. */
    UNORDERED,
    /** The same privilege stands twice in one service, or the same permission. */
    DUPLICATE_PRIVILEGE,
    /** A service of a type that is not known here, and whatever follows it. */
    UNKNOWN_SERVICE;

    /** The stable name of the defect, such as {@code trailing_data}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
