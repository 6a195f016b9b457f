package dev.agoratoken.http.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What TLS needs, as PEM files. They are looked at again and again while the server runs.
 *
 * @param certificate the server's certificate, and behind it those that lead to its authority
 * @param key the private key, not encrypted
 * @param clientCa who signs the certificates of clients; without, clients are not asked for any
 * @param clientCertRequired whether a client without a certificate is turned away during the handshake; if not, it is a client
 *     like any other
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> clientCa, boolean clientCertRequired) {}
