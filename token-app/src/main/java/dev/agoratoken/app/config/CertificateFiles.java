package dev.agoratoken.app.config;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads App Certificates from files.
 *
 * @param folder where relative names begin
 * @param in what {@code -} stands for
 * @param files through which they are read
 */
public record CertificateFiles(Path folder, StandardInput in, ReadFiles files) {
    private static final String STANDARD_INPUT = "-";

    /** Room for a certificate with white space around it; whatever is longer is another file. */
    private static final int LONGEST = 1024;

    /** The same for names that begin in another folder. */
    public CertificateFiles from(Path otherFolder) {
        return new CertificateFiles(otherFolder, in, files);
    }

    /**
     * The certificate in that file, white space around it left off.
     *
     * @throws InvalidValueException if it cannot be read or holds something else, which is not shown
     */
    public AppCertificate read(String name) {
        try {
            byte[] bytes = name.equals(STANDARD_INPUT) ? in.read(LONGEST) : files.bytes(folder.resolve(name), LONGEST);
            return AppCertificate.of(new String(bytes, StandardCharsets.ISO_8859_1).strip());
        } catch (IOException | InvalidPathException e) {
            throw new InvalidValueException(
                    "file",
                    "the file " + Received.quoted(name) + " cannot be read",
                    "name a readable file that holds the certificate");
        }
    }
}
