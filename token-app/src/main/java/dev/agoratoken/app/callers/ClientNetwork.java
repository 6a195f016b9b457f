package dev.agoratoken.app.callers;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The addresses that count as one anonymous caller: an IPv4 address, or the /64 network of an IPv6 address. */
record ClientNetwork(String text) {
    private static final int NETWORK_BYTES = 8;

    static ClientNetwork of(String address) {
        if (address.indexOf(':') < 0) {
            return new ClientNetwork(address);
        }
        try {
            // A text with a colon is never looked up in DNS.
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
