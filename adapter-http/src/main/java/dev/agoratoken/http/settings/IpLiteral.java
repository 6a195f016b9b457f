package dev.agoratoken.http.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads IP addresses without ever looking up a name. */
final class IpLiteral {
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern WITH_PORT = Pattern.compile("(?:([0-9.]+)|\\[([0-9A-Fa-f:.]+)])(?::[0-9]{1,5})?");

    private IpLiteral() {}

    /** Reads an address, without brackets. */
    static Optional<InetAddress> parse(String text) {
        if (IPV4.matcher(text).matches()) {
            return resolve(text);
        }
        // Java looks up text with a colon unless it has brackets.
        return IPV6.matcher(text).matches() ? resolve("[" + text + "]") : Optional.empty();
    }

    /** Reads an address with or without a port; an IPv6 address with a port has brackets. */
    static Optional<InetAddress> parseWithPort(String text) {
        Matcher parts = WITH_PORT.matcher(text);
        if (!parts.matches()) {
            return parse(text);
        }
        return parse(parts.group(1) == null ? parts.group(2) : parts.group(1));
    }

    private static Optional<InetAddress> resolve(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
