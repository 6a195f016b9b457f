package dev.agoratoken.http.tls;

import dev.agoratoken.token.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** A PEM file: named blocks of Base64 (RFC 7468), with anything between them. */
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
     * @param setting by which it was named, for complaints
     * @throws InvalidValueException if it cannot be read
     */
    static PemFile read(String setting, Path path) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                // It is read again and again: a pipe would be empty then, or never answer.
                throw new InvalidValueException(setting, path + " is not a regular file", "use a readable PEM file");
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new InvalidValueException(setting, path + " is larger than 1 MiB", "use a PEM file");
            }
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            return new PemFile(setting, path, BLOCK.matcher(text).results().toList());
        } catch (IOException e) {
            throw new InvalidValueException(setting, "cannot read " + path, "use a readable PEM file");
        }
    }

    /**
     * All certificates in it, in their order.
     *
     * @throws InvalidValueException if there are none, or one cannot be read
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
     * The private key in it.
     *
     * @param algorithm that of the public key that it belongs to
     * @throws InvalidValueException if there is none, or it is encrypted, in another form, or of another algorithm
     */
    PrivateKey key(String algorithm) {
        MatchResult block = blocks.stream()
                .filter(candidate -> candidate.group(1).endsWith(KEY))
                .findFirst()
                .orElseThrow(() -> invalid("no private key found", "use a file with a PEM block " + KEY));
        String form = block.group(1);
        if (form.startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            throw invalid("the private key is encrypted", "decrypt it: " + UNENCRYPTED);
        }
        if (!form.equals(KEY)) {
            throw invalid("unsupported key format " + form, "convert it to PKCS #8: " + UNENCRYPTED);
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
