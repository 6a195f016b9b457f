package dev.agoratoken.verify;

/** What was found out about the signature of a token. */
enum SignatureStatus {
    GOOD,
    BAD,
    UNCHECKED
}
