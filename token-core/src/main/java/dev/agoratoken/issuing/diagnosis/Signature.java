package dev.agoratoken.issuing.diagnosis;

/** What was found out about the signature of a token. */
enum Signature {
    GOOD,
    BAD,
    UNCHECKED
}
