package dev.agoratoken.app.config;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads App Certificates and other secrets from files. */
public final class CertificateFileReader {
    private static final String STANDARD_INPUT = "-";

    /** Enough for a certificate with white space around it. */
    private static final int MAX_BYTES = 1024;

    private final Path folder;
    private final CachedStdin in;
    private final TrackedFiles files;

    /**
     * @param folder where relative names start
     * @param in the input that {@code -} names
     * @param files tracks the files that are read
     */
    public CertificateFileReader(Path folder, CachedStdin in, TrackedFiles files) {
        this.folder = folder;
        this.in = in;
        this.files = files;
    }

    public Path folder() {
        return folder;
    }

    public TrackedFiles files() {
        return files;
    }

    /** The same reader for names that start at another folder. */
    public CertificateFileReader from(Path otherFolder) {
        return new CertificateFileReader(otherFolder, in, files);
    }

    /**
     * Reads the certificate in a file, without white space around it.
     *
     * @throws InvalidValueException if the file cannot be read or holds something else; the message does not show it
     */
    public AppCertificate read(String name) {
        return AppCertificate.of(text(name, "the certificate"));
    }

    /**
     * Reads the secret in a file, without white space around it.
     *
     * @param content what the file should hold, for the message
     * @throws InvalidValueException if the file cannot be read
     */
    public String text(String name, String content) {
        try {
            byte[] bytes =
                    name.equals(STANDARD_INPUT) ? in.read(MAX_BYTES) : files.bytes(folder.resolve(name), MAX_BYTES);
            return new String(bytes, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            throw unreadable(TrackedFiles.problem(e, "the file " + Printable.quote(name) + " cannot be read"), content);
        } catch (InvalidPathException e) {
            throw unreadable("the file " + Printable.quote(name) + " cannot be read", content);
        }
    }

    private static InvalidValueException unreadable(String problem, String content) {
        return new InvalidValueException("file", problem, "name a readable file that holds " + content);
    }
}
