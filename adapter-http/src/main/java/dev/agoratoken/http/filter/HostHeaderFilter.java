package dev.agoratoken.http.filter;

import dev.agoratoken.http.error.ExceptionHandlers;
import dev.agoratoken.http.error.LegacyErrorException;
import dev.agoratoken.http.request.HostNotAllowedException;
import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses requests that mean another host than this machine. A web page can have its own name lead here (DNS rebinding);
 * to its browser the answers are then the page's own, and only the name gives it away.
 *
 * @param configured the host that the server listens on, which is a name of it in any case
 */
public record HostHeaderFilter(String configured) implements Route {
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
    }

    /** Who names no host at all, as HTTP/1.0 may, means the address that was asked. */
    private void check(Context ctx) {
        String host = ctx.req().getServerName();
        if (!isAllowed(host.toLowerCase(Locale.ROOT))) {
            HostNotAllowedException refusal = new HostNotAllowedException(host);
            if (ExceptionHandlers.usesLegacyFormat(ctx)) {
                throw new LegacyErrorException("error", "", refusal);
            }
            throw refusal;
        }
    }

    boolean isAllowed(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || IPV4_LOOPBACK.matcher(host).matches()
                || isIpv6Loopback(host)
                || host.equalsIgnoreCase(configured);
    }

    /** A text with a colon is an address, or nothing: no name is looked up. */
    private static boolean isIpv6Loopback(String host) {
        try {
            return host.indexOf(':') >= 0 && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
