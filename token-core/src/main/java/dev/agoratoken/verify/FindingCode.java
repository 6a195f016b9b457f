package dev.agoratoken.verify;

import java.util.Locale;

/** What can be found out about a token. Those that explain others come first; scripts may depend on the names. */
public enum FindingCode {
    /** Neither a token nor anything that ever was one. */
    NOT_A_TOKEN,
    /** A key of formats 001 to 005 or the old signaling key. */
    UNSUPPORTED_FORMAT,
    /** The text ends too early. */
    TRUNCATED,
    /** Not base64, no sound zlib stream, or lengths that do not fit. */
    CORRUPT,
    /** Every {@code +} of the text became a blank. */
    PLUS_BECAME_SPACE,
    /** The text is still encoded as part of a URL. */
    PERCENT_ENCODED,
    /** Blanks, quotes, line breaks or words around the token or in it. */
    WHITESPACE,
    /** The alphabet of base64 for URLs, which tokens do not use. */
    URL_SAFE_BASE64,
    /** The token belongs to another App ID than the one in use. */
    APP_ID_MISMATCH,
    /** No certificate of its App ID signed it. */
    SIGNATURE_MISMATCH,
    /** The token is for other services than the one in use. */
    MISSING_SERVICE,
    /** The token is for another channel or room. */
    CHANNEL_MISMATCH,
    /** The account {@code "0"} where any user was meant. */
    LITERAL_ZERO_ACCOUNT,
    /** A number is in use where the token has an account. */
    NUMBER_FOR_ACCOUNT,
    /** An account is in use where the token has a number. */
    ACCOUNT_FOR_NUMBER,
    /** The token is for another user. */
    USER_MISMATCH,
    /** Format 006 signs channel and user run together, so the same signature fits several of both. */
    NAMES_UNSIGNED_IN_006,
    /** A name that the SDKs refuse before they connect. */
    NAME_NOT_ALLOWED,
    /** The token claims to live for no time at all. */
    LIFETIME_ZERO,
    /** Seconds where a Unix time was wanted. */
    LIFETIME_LOOKS_RELATIVE,
    /** Made later than now. */
    ISSUED_IN_FUTURE,
    /** The token is over. */
    EXPIRED,
    /** A Unix time where seconds were wanted. */
    LIFETIME_LOOKS_ABSOLUTE,
    /** More than the 24 hours that Agora honours. */
    LIFETIME_OVER_24H,
    /** Chat without the right to sign in. */
    CHAT_WITHOUT_PRIVILEGE,
    /** A privilege that is needed is not there. */
    MISSING_PRIVILEGE,
    /** A privilege that is needed is over. */
    PRIVILEGE_EXPIRED,
    /** No certificate was at hand, or a name that is signed was not given. */
    SIGNATURE_UNCHECKED,
    /** No configured project has this App ID. */
    APP_ID_UNKNOWN,
    /** A project that was made up for this run, which Agora does not know. */
    DEMO_PROJECT,
    /** A service that is not known here, and what follows it. */
    UNKNOWN_SERVICE,
    /** Longer than the web SDK takes. */
    TOO_LONG_FOR_WEB_SDK,
    /** A privilege claims to last longer than the token. */
    PRIVILEGE_OUTLIVES_TOKEN,
    /** Something follows the end of the content. */
    TRAILING_DATA,
    /** It decodes, but no writer produces this text. */
    NON_CANONICAL,
    /** The same privilege stands twice in one service, or the same permission. */
    DUPLICATE_PRIVILEGE,
    /** Good in every channel or for every user that a pattern matches. */
    WILDCARD,
    /** Good for anyone. */
    ANY_USER,
    /** Not signed by the first certificate of the project. */
    SIGNED_BY_SECONDARY,
    /** The right to join or to log in ends before the token does. */
    TOKEN_OUTLIVES_PRIVILEGE,
    /** Without co-host authentication everybody may publish. */
    PUBLISH_NOT_ENFORCED,
    /** Services or privileges do not stand in ascending order. */
    UNORDERED,
    /** A token of the older format. */
    FORMAT_006;

    /** The stable name, such as {@code channel_mismatch}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
