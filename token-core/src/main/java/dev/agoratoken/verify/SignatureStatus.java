package dev.agoratoken.verify;

/** The result of checking a signature. */
enum SignatureStatus {
    VALID,
    INVALID,
    UNCHECKED
}
