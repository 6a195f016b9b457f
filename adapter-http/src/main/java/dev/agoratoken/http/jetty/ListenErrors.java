package dev.agoratoken.http.jetty;

import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.util.Locale;

/** Explains why the server cannot listen on a port. */
final class ListenErrors {
    private static final String OTHER_PORT = "choose another with --port or SERVER_PORT";
    private static final String OTHER_HOST = "use an address of this machine with --host or SERVER_HOST";

    private ListenErrors() {}

    /** Converts the failure of the system call; Java gives its reason only as text. */
    static InvalidValueException of(String host, int port, IOException failure) {
        String reason = reason(failure);
        if (reason.contains("in use")) {
            return new InvalidValueException("port", port + " is already in use", OTHER_PORT);
        }
        if (reason.contains("assign") || reason.contains("unresolved")) {
            return new InvalidValueException("host", host + " is not an address of this machine", OTHER_HOST);
        }
        if (reason.contains("denied")) {
            return new InvalidValueException(
                    "port", port + " requires more privileges", "choose one above 1023 with --port or SERVER_PORT");
        }
        return new InvalidValueException("port", "cannot listen on port " + port + " of " + host, OTHER_PORT);
    }

    /** Jetty wraps the system's failure in one that names the address. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString().toLowerCase(Locale.ROOT);
    }
}
