package dev.agoratoken.secret;

/**
 * The permission to read a certificate: code that has it can sign. Only {@code codec} does, to compute signatures.
 * Stateless and thread-safe.
 */
public final class CertificateAccess {
    private static final CertificateAccess ONLY = new CertificateAccess();

    private CertificateAccess() {}

    /** Returns the permission. Only {@code codec} may call it. */
    public static CertificateAccess get() {
        return ONLY;
    }
}
