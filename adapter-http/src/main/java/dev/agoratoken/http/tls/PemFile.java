package dev.agoratoken.http.tls;

import dev.agoratoken.token.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A PEM file: named blocks of Base64 (RFC 7468); text between them is ignored. */
final class PemFile {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";
    private static final String UNENCRYPTED = "openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem";
    private static final int MAX_BYTES = 1024 * 1024;

    private final String setting;
    private final Path path;
    private final List<MatchResult> blocks;

    private PemFile(String setting, Path path, List<MatchResult> blocks) {
        this.setting = setting;
        this.path = path;
        this.blocks = blocks;
    }

    /**
     * Reads the file.
     *
     * @param setting the setting that names the file, for messages
     * @throws InvalidValueException if it cannot be read
     */
    static PemFile read(String setting, Path path) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                // The file is read repeatedly: a pipe would be empty or block.
                throw new InvalidValueException(setting, path + " is not a regular file", "use a readable PEM file");
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new InvalidValueException(setting, path + " is larger than 1 MiB", "use a PEM file");
            }
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            return new PemFile(setting, path, BLOCK.matcher(text).results().toList());
        } catch (IOException e) {
            throw new InvalidValueException(setting, path + " cannot be read" + cause(e), "use a readable PEM file");
        }
    }

    private static String cause(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return ": it does not exist";
        }
        return failure instanceof AccessDeniedException ? ": permission denied" : "";
    }

    /**
     * Returns all certificates, in their order.
     *
     * @throws InvalidValueException if the file has no certificate, or one is invalid
     */
    List<X509Certificate> certificates() {
        List<X509Certificate> found = blocks.stream()
                .filter(block -> block.group(1).equals(CERTIFICATE))
                .map(this::certificate)
                .toList();
        if (found.isEmpty()) {
            throw invalid("no certificate found", "use a file with PEM blocks " + CERTIFICATE);
        }
        return found;
    }

    private X509Certificate certificate(MatchResult block) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes(block)));
        } catch (CertificateException e) {
            throw invalid("invalid certificate", "copy the file again");
        }
    }

    /**
     * Returns the private key.
     *
     * @param algorithm the algorithm of the public key
     * @throws InvalidValueException if there is none, or it is encrypted, in another format or of another algorithm
     */
    PrivateKey key(String algorithm) {
        MatchResult block = blocks.stream()
                .filter(candidate -> candidate.group(1).endsWith(KEY))
                .findFirst()
                .orElseThrow(() -> invalid("no private key found", "use a file with a PEM block " + KEY));
        String format = block.group(1);
        if (format.startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            throw invalid("the private key is encrypted", "decrypt it: " + UNENCRYPTED);
        }
        if (!format.equals(KEY)) {
            throw invalid("unsupported key format " + format, "convert it to PKCS #8: " + UNENCRYPTED);
        }
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes(block)));
        } catch (GeneralSecurityException e) {
            throw invalid("the private key is not a valid " + algorithm + " key", "use the key of the certificate");
        }
    }

    private byte[] bytes(MatchResult block) {
        try {
            return Base64.getMimeDecoder().decode(block.group(2));
        } catch (IllegalArgumentException e) {
            throw invalid("invalid Base64", "copy the file again");
        }
    }

    private InvalidValueException invalid(String problem, String remedy) {
        return new InvalidValueException(setting, path + ": " + problem, remedy);
    }
}
