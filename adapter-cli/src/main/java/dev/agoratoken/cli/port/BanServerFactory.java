package dev.agoratoken.cli.port;

import java.util.Optional;

/** Connects to a running server. */
@FunctionalInterface
public interface BanServerFactory {
    /**
     * Returns the bans of a server, with the credentials of the environment. Sends nothing yet.
     *
     * @param address its URL; if empty, the one of the environment
     * @throws dev.agoratoken.token.InvalidValueException if the address is missing or invalid, or the key is invalid
     */
    BanServer connect(Optional<String> address);
}
