package dev.agoratoken.app.callers;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The addresses that one anonymous caller can be expected to have: a single one of IPv4, the 64 bits of a network of IPv6. */
record ClientNetwork(String text) {
    private static final int NETWORK_BYTES = 8;

    static ClientNetwork of(String address) {
        if (address.indexOf(':') < 0) {
            return new ClientNetwork(address);
        }
        try {
            // With a colon in it, it is no name that would be looked up.
            InetAddress parsed = InetAddress.getByName(address);
            return new ClientNetwork(
                    parsed instanceof Inet6Address
                            ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES) + "::/64"
                            : parsed.getHostAddress());
        } catch (UnknownHostException e) {
            return new ClientNetwork(address);
        }
    }
}
