package dev.agoratoken.http.request;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.TokenException;

/** The host of a request is not this machine, on a server without callers. */
public final class HostNotAllowedException extends TokenException {
    private static final long serialVersionUID = 1L;

    public HostNotAllowedException(String host) {
        super(
                "host_not_allowed",
                "Host: " + Printable.quote(host) + " is not allowed on a server without callers;"
                        + " use localhost or 127.0.0.1, or start the server with --open");
    }
}
