package dev.agoratoken.app.config;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
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
public record CertificateFileReader(Path folder, CachedStdin in, TrackedFiles files) {
    private static final String STANDARD_INPUT = "-";

    /** Room for a certificate with white space around it; whatever is longer is another file. */
    private static final int MAX_BYTES = 1024;

    /** The same for names that begin in another folder. */
    public CertificateFileReader from(Path otherFolder) {
        return new CertificateFileReader(otherFolder, in, files);
    }

    /**
     * The certificate in that file, white space around it left off.
     *
     * @throws InvalidValueException if it cannot be read or holds something else, which is not shown
     */
    public AppCertificate read(String name) {
        try {
            byte[] bytes =
                    name.equals(STANDARD_INPUT) ? in.read(MAX_BYTES) : files.bytes(folder.resolve(name), MAX_BYTES);
            return AppCertificate.of(new String(bytes, StandardCharsets.ISO_8859_1).strip());
        } catch (IOException e) {
            throw unreadable(TrackedFiles.problem(e, "the file " + Printable.quote(name) + " cannot be read"));
        } catch (InvalidPathException e) {
            throw unreadable("the file " + Printable.quote(name) + " cannot be read");
        }
    }

    private static InvalidValueException unreadable(String problem) {
        return new InvalidValueException("file", problem, "name a readable file that holds the certificate");
    }
}
