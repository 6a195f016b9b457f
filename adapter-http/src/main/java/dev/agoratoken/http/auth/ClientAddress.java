package dev.agoratoken.http.auth;

import io.javalin.http.Context;
import org.eclipse.jetty.server.Request;

/** The IP address of the client, which trusted proxies report. */
public final class ClientAddress {
    private ClientAddress() {}

    public static String of(Context ctx) {
        return withoutBrackets(ctx.req().getRemoteAddr());
    }

    public static String of(Request request) {
        return withoutBrackets(Request.getRemoteAddr(request));
    }

    /** Jetty puts IPv6 addresses in brackets. */
    private static String withoutBrackets(String address) {
        return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    }
}
