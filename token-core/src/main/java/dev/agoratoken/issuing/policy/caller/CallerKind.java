package dev.agoratoken.issuing.policy.caller;

/** How a caller authenticates. */
public enum CallerKind {
    API_KEY,
    LOGIN_TOKEN,
    CERTIFICATE,
    /** Without credentials, where anonymous callers have rules. */
    ANONYMOUS,
    /** Without credentials, on a server without authentication. */
    OPEN
}
