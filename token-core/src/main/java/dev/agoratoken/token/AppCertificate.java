package dev.agoratoken.token;

import dev.agoratoken.secret.CertificateAccess;
import dev.agoratoken.text.Printable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * The App Certificate, the secret that signs the tokens of a project. Never prints, and compares in constant time.
 * Immutable and thread-safe.
 */
public final class AppCertificate {
    private final byte[] ascii;

    private AppCertificate(byte[] ascii) {
        this.ascii = ascii;
    }

    /**
     * {@return a certificate, kept exactly as typed}
     *
     * @param text 32 hexadecimal characters
     * @throws InvalidValueException if the text is anything else; the message contains its length and never the text
     */
    public static AppCertificate of(String text) {
        if (text == null || !Hex32.matches(text)) {
            boolean isSurrounded = text != null && Hex32.matches(text.strip());
            throw new InvalidValueException(
                    "appCertificate",
                    "invalid certificate (" + describe(text) + ")",
                    isSurrounded
                            ? "remove the space or line break around it"
                            : "copy the 32 hexadecimal characters of the primary certificate from the Agora Console");
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

    /**
     * Writes the key as 32 bytes of ASCII into an array, from a position on. The permission is of a package that is not
     * exported, so that a program that embeds the library cannot reveal its certificate by accident.
     *
     * @param access the permission, which only {@code codec} gets
     * @param target the array to write to
     * @param position the index of the first byte in it
     * @throws IndexOutOfBoundsException if the array is too short
     */
    @SuppressWarnings("exports")
    public void reveal(CertificateAccess access, byte[] target, int position) {
        Objects.requireNonNull(access, "access");
        System.arraycopy(ascii, 0, target, position, ascii.length);
    }

    /**
     * {@return whether a text is this certificate, in upper or lower case}
     *
     * @param text any text
     */
    public boolean matchesIgnoringCase(String text) {
        return text.length() == ascii.length && matchesIgnoringCase(text, 0);
    }

    /**
     * {@return whether a text has this certificate at a position, in upper or lower case; the time says nothing}
     *
     * @param text any text
     * @param start the index of its first character to compare, from 0
     */
    public boolean matchesIgnoringCase(String text, int start) {
        if (text.length() - start < ascii.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < ascii.length; i++) {
            difference |= lowerCase(ascii[i]) ^ lowerCase(text.charAt(start + i));
        }
        return difference == 0;
    }

    private static int lowerCase(int c) {
        return c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppCertificate that && MessageDigest.isEqual(ascii, that.ascii);
    }

    /** Returns the same number for all certificates: a hash would reveal something about the secret. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "AppCertificate[redacted]";
    }
}
