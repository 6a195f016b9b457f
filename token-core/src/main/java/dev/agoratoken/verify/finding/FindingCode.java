package dev.agoratoken.verify.finding;

import java.util.Locale;

/** The stable codes of findings. Causes come before consequences; scripts may depend on the labels. */
public enum FindingCode {
    /** No token at all: an empty text, or a word such as {@code undefined}. */
    NO_TOKEN,
    /** Neither a token nor an older key. */
    NOT_A_TOKEN,
    /** A key of formats 001 to 005 or the old signaling key. */
    UNSUPPORTED_FORMAT,
    /** All letters of the token have the same case. */
    CASE_LOST,
    /** The text ends early. */
    TRUNCATED,
    /** Invalid base64, an invalid zlib stream, or inconsistent lengths. */
    CORRUPT,
    /** Every {@code +} of the text became a space. */
    PLUS_BECAME_SPACE,
    /** The text is still percent-encoded. */
    PERCENT_ENCODED,
    /** The token still has the escapes of JSON or HTML, or it is base64 of a token. */
    TEXT_ENCODED,
    /** Spaces, quotes or line breaks around the token as a client may send them, or inside the token. */
    WHITESPACE,
    /** URL-safe base64, which tokens do not use. */
    URL_SAFE_BASE64,
    /** The token was taken out of a longer text, such as JSON or a URL. */
    TOKEN_EXTRACTED,
    /** Characters after the end of the token, or bytes after the end of its content. */
    TRAILING_DATA,
    /** The App ID in the token has a space or quote before or after it. */
    APP_ID_WITH_SPACE,
    /** A configured certificate in place of the App ID. */
    CERTIFICATE_AS_APP_ID,
    /** The token is for another App ID. */
    APP_ID_MISMATCH,
    /** No configured certificate of the App ID signed the token. */
    SIGNATURE_MISMATCH,
    /** The token lacks the required service. */
    MISSING_SERVICE,
    /** The token has channel and user in each other's place. */
    CHANNEL_AND_USER_SWAPPED,
    /** In format 006, the Signaling user is in the field of the uid. */
    USER_IN_WRONG_FIELD,
    /** A name such as {@code undefined}, which code writes for a missing value. */
    NAME_UNDEFINED,
    /** The token is for another channel or room. */
    CHANNEL_MISMATCH,
    /** The account {@code "0"} instead of any user. */
    LITERAL_ZERO_ACCOUNT,
    /** A uid that is not written as decimal digits. */
    NAME_MISFORMATTED,
    /** The client joins with a uid, and the token is for an account. */
    NUMBER_FOR_ACCOUNT,
    /** The client joins with an account, and the token is for a uid. */
    ACCOUNT_FOR_NUMBER,
    /** The token is for another user. */
    USER_MISMATCH,
    /** The Chat user of a classroom is not the MD5 of its user. */
    CLASSROOM_CHAT_USER,
    /** Format 006 signs channel and user without a separator, so one signature matches several pairs. */
    NAMES_UNSIGNED_IN_006,
    /** A name that the SDKs reject before they connect. */
    NAME_NOT_ALLOWED,
    /** Milliseconds instead of seconds. */
    TIME_UNIT_MISMATCH,
    /** The token has a lifetime of 0 seconds. */
    LIFETIME_ZERO,
    /** A number of seconds instead of a Unix time. */
    LIFETIME_LOOKS_RELATIVE,
    /** The token was issued in the future. */
    ISSUED_IN_FUTURE,
    /** The token has expired. */
    EXPIRED,
    /** A Unix time instead of a number of seconds. */
    LIFETIME_LOOKS_ABSOLUTE,
    /** The lifetime exceeds the 24 hours that Agora allows. */
    LIFETIME_OVER_24H,
    /** A Chat service without any privilege. */
    CHAT_WITHOUT_PRIVILEGE,
    /** A required privilege is missing. */
    MISSING_PRIVILEGE,
    /** A privilege has expired. */
    PRIVILEGE_EXPIRED,
    /** No certificate is configured, or a signed name is not known. */
    SIGNATURE_UNCHECKED,
    /** No configured project has this App ID. */
    APP_ID_UNKNOWN,
    /** The token is for one user, and the client's user is unknown. */
    USER_NOT_GIVEN,
    /** The token is for one channel, and the client's channel is unknown. */
    CHANNEL_NOT_GIVEN,
    /** A project that was generated for this run, which Agora does not know. */
    DEMO_PROJECT,
    /** A service of an unknown type. */
    UNKNOWN_SERVICE,
    /** The token is longer than the Web SDK accepts. */
    TOO_LONG_FOR_WEB_SDK,
    /** A privilege expires after the token. */
    PRIVILEGE_OUTLIVES_TOKEN,
    /** The text can be decoded, but no writer produces it. */
    NON_CANONICAL,
    /** A service lists a privilege or permission twice. */
    DUPLICATE_PRIVILEGE,
    /** The token is valid for every channel or user that a pattern matches. */
    WILDCARD,
    /** The token is valid for any user. */
    ANY_USER,
    /** Another certificate than the first of the project signed the token. */
    SIGNED_BY_SECONDARY,
    /** The privilege to join or log in expires before the token. */
    TOKEN_OUTLIVES_PRIVILEGE,
    /** Agora enforces publishing privileges only with co-host authentication. */
    PUBLISH_NOT_ENFORCED,
    /** Services or privileges are not in ascending order. */
    UNORDERED,
    /** The token has the older format 006. */
    FORMAT_006;

    /** {@return the stable name, such as {@code channel_mismatch}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
