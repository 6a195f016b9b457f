package dev.agoratoken.issuing.policy.caller;

/** How a caller shows who it is. */
public enum CallerKind {
    API_KEY,
    LOGIN_TOKEN,
    CERTIFICATE,
    /** It does not, and has the rights of whoever comes. */
    ANONYMOUS,
    /** It need not, because nobody is asked. */
    OPEN
}
