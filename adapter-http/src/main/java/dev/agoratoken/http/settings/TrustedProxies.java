package dev.agoratoken.http.settings;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** Addresses and networks of proxies whose {@code Forwarded} and {@code X-Forwarded-For} are trusted. */
public final class TrustedProxies {
    /** No proxy is trusted. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private static final Pattern PREFIX_LENGTH = Pattern.compile("[0-9]{1,3}");

    private final List<String> listed;
    private final InetAddressSet networks = new InetAddressSet();

    private TrustedProxies(List<String> listed) {
        this.listed = List.copyOf(listed);
        listed.forEach(this::add);
    }

    /**
     * Parses addresses and networks (CIDR) separated by commas. No name is looked up.
     *
     * @throws InvalidValueException if one of them is invalid
     */
    public static TrustedProxies parse(String setting) {
        return new TrustedProxies(Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList());
    }

    private void add(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean isPlausible = IpLiteral.parse(address).isPresent()
                && (slash < 0
                        || PREFIX_LENGTH.matcher(text.substring(slash + 1)).matches());
        if (!isPlausible) {
            throw invalid(text);
        }
        try {
            networks.add(text);
        } catch (IllegalArgumentException e) {
            throw invalid(text);
        }
    }

    private static InvalidValueException invalid(String text) {
        return new InvalidValueException(
                "trusted-proxies",
                "invalid network " + Printable.quote(text),
                "use addresses (10.0.0.7) and networks (10.0.0.0/8, fd00::/8) separated by commas");
    }

    public boolean contains(InetAddress address) {
        return networks.test(address);
    }

    /**
     * The address of the client: the last one that is not a trusted proxy. Where a trusted proxy names its client by
     * anything but an address, or names none, it is the address of that proxy.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the clients that proxies reported, the last proxy's last; with or without a port
     */
    public InetAddress clientOf(InetAddress peer, List<String> forwardedFor) {
        InetAddress client = peer;
        for (int i = forwardedFor.size() - 1; i >= 0 && contains(client); i--) {
            Optional<InetAddress> reported = IpLiteral.parseWithPort(forwardedFor.get(i));
            if (reported.isEmpty()) {
                return client;
            }
            client = reported.get();
        }
        return client;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustedProxies proxies && listed.equals(proxies.listed);
    }

    @Override
    public int hashCode() {
        return listed.hashCode();
    }

    /** The addresses and networks, separated by commas. */
    @Override
    public String toString() {
        return String.join(",", listed);
    }
}
