package dev.agoratoken.http.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides whether a host is this machine. Connections to it need no encryption, and those from elsewhere do not reach a
 * server that listens there.
 */
public final class LoopbackHost {
    private static final Pattern IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");
    /** Text like this is never a name, so nothing is looked up. */
    private static final Pattern IPV6 = Pattern.compile("\\[?[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*]?");

    private LoopbackHost() {}

    /**
     * Whether the text is {@code localhost} or a loopback address; nothing is looked up.
     *
     * @param host a name or an address, without a port; an IPv6 address may have brackets
     */
    public static boolean matches(String host) {
        return host.toLowerCase(Locale.ROOT).equals("localhost")
                || IPV4.matcher(host).matches()
                || isIpv6(host);
    }

    private static boolean isIpv6(String host) {
        try {
            return IPV6.matcher(host).matches() && resolvesToLoopback(host);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Whether the host has a loopback address, by the name service if it is a name.
     *
     * @throws UnknownHostException if it has no address
     */
    public static boolean resolvesToLoopback(String host) throws UnknownHostException {
        return InetAddress.getByName(host).isLoopbackAddress();
    }
}
