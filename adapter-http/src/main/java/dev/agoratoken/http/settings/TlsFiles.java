package dev.agoratoken.http.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * PEM files for TLS, which are reloaded when they change.
 *
 * @param certificate the server's certificate, followed by the intermediate certificates
 * @param key the private key, not encrypted
 * @param clientCa the authorities of client certificates; without it, clients are not asked for one
 * @param clientCertRequired whether the handshake fails for a client without a certificate; if false, such a client can
 *     authenticate in another way
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> clientCa, boolean clientCertRequired) {}
