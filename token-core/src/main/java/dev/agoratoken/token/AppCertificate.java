package dev.agoratoken.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The App Certificate that signs the tokens of a project. It is a secret: it never prints, and it compares in constant
 * time. Immutable and safe to share between threads.
 */
public final class AppCertificate {
    private final byte[] ascii;

    private AppCertificate(byte[] ascii) {
        this.ascii = ascii;
    }

    /**
     * Makes a certificate from its 32 hexadecimal characters, kept exactly as typed.
     *
     * @throws InvalidValueException if the text is anything else; the message holds its length and never the text
     */
    public static AppCertificate of(String text) {
        if (text == null || !Hex32.matches(text)) {
            throw new InvalidValueException(
                    "appCertificate",
                    "invalid certificate (" + describe(text) + ")",
                    "copy the 32 hexadecimal characters of the primary certificate from the Agora Console");
        }
        return new AppCertificate(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String describe(String text) {
        if (text == null || text.isEmpty()) {
            return "empty";
        }
        return text.length() == Hex32.LENGTH
                ? "with a character that is not hexadecimal"
                : Printable.count(text.length(), "character") + " instead of " + Hex32.LENGTH;
    }

    /** Writes the 32 bytes of the key from that position on, for the one room that signs. */
    public void reveal(byte[] target, int position) {
        System.arraycopy(ascii, 0, target, position, ascii.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppCertificate that && MessageDigest.isEqual(ascii, that.ascii);
    }

    /** The same number for all certificates: a hash of the secret would tell something about it. */
    @Override
    public int hashCode() {
        return AppCertificate.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "AppCertificate[redacted]";
    }
}
