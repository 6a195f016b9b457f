package dev.agoratoken.app.agora;

import dev.agoratoken.http.settings.LoopbackHost;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.net.URI;

/**
 * The host of Agora's REST API, with an optional port.
 *
 * @param address such as {@code api.agora.io}
 */
public record AgoraHost(String address) {
    /** Agora's own host. */
    public static final AgoraHost DEFAULT = new AgoraHost("api.agora.io");

    private static final int MAX_PORT = 65_535;

    public AgoraHost {
        if (!isAddress(address)) {
            throw new InvalidValueException(
                    "host",
                    "invalid host " + Printable.quote(address),
                    "use a name such as api.agora.io, without https://");
        }
    }

    /**
     * Creates a host.
     *
     * @throws InvalidValueException if it is not a host name or an address, with an optional port
     */
    public static AgoraHost of(String address) {
        return new AgoraHost(address);
    }

    private static boolean isAddress(String address) {
        if (!address.matches("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[::1\\])(?::[0-9]{1,5})?")) {
            return false;
        }
        int port = address.lastIndexOf(':');
        return port < 0 || address.endsWith("]") || Integer.parseInt(address.substring(port + 1)) <= MAX_PORT;
    }

    /** The address of a path there: by HTTPS, and on loopback by HTTP. */
    URI uri(String path) {
        boolean loopback = LoopbackHost.matches(address.replaceFirst(":[0-9]+$", ""));
        return URI.create((loopback ? "http" : "https") + "://" + address + path);
    }

    @Override
    public String toString() {
        return address;
    }
}
