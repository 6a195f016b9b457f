package dev.agoratoken.http.filter;

import dev.agoratoken.http.error.ExceptionHandlers;
import dev.agoratoken.http.error.LegacyErrorException;
import dev.agoratoken.http.request.HostNotAllowedException;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.settings.LoopbackHost;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;

/**
 * Rejects requests whose {@code Host} is not this machine. With DNS rebinding, a web page can point its own name at this
 * server; its browser then takes the responses for the page's own, and only the host reveals it.
 */
public final class HostHeaderFilter implements Route {
    private final String listenHost;

    /**
     * Creates the filter.
     *
     * @param listenHost the host that the server listens on, which is always allowed
     */
    public HostHeaderFilter(String listenHost) {
        this.listenHost = listenHost;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
    }

    /** Without a host, which HTTP/1.0 allows, the server name is the local address. */
    private void check(Context ctx) {
        String host = ctx.req().getServerName();
        if (!isAllowed(host.toLowerCase(Locale.ROOT))) {
            HostNotAllowedException failure = new HostNotAllowedException(host);
            if (ExceptionHandlers.usesLegacyFormat(ctx)) {
                throw new LegacyErrorException("error", "", failure);
            }
            throw failure;
        }
    }

    boolean isAllowed(String host) {
        return LoopbackHost.matches(host) || host.endsWith(".localhost") || host.equalsIgnoreCase(listenHost);
    }
}
