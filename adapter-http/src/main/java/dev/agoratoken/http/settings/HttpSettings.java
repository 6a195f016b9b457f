package dev.agoratoken.http.settings;

import java.util.Optional;

/**
 * What the HTTP server needs to know.
 *
 * @param host the address to listen on, such as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 to 65535; 0 takes a free one
 * @param allowedOrigins who may call from a browser
 * @param console whether there is a page for people at {@code /}
 * @param anyHost whether requests may mean any host; if not, none but this machine, as where nobody is asked who they are
 * @param tls what it shows who it is with; without, it speaks in the clear
 */
public record HttpSettings(
        String host,
        int port,
        AllowedOrigins allowedOrigins,
        boolean console,
        boolean anyHost,
        ServerLimits serverLimits,
        ShutdownTimeouts shutdownTimeouts,
        Optional<TlsFiles> tls) {
    /** In the clear and for this machine, with everything else as it is by default. */
    public HttpSettings(String host, int port, AllowedOrigins allowedOrigins, boolean console) {
        this(
                host,
                port,
                allowedOrigins,
                console,
                false,
                ServerLimits.DEFAULT,
                ShutdownTimeouts.DEFAULT,
                Optional.empty());
    }
}
