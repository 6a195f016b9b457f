package dev.agoratoken.http.jetty;

import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.util.Locale;

/** Explains why the server cannot listen on a port. */
public enum ListenErrors {
    /** The port for clients. */
    PORT("port", "--port or SERVER_PORT"),
    /** The port for health and metrics. */
    MANAGEMENT_PORT("management-port", "SERVER_MANAGEMENT_PORT");

    private static final String OTHER_HOST = "use an address of this machine with --host or SERVER_HOST";

    private final String field;
    private final String settings;

    ListenErrors(String field, String settings) {
        this.field = field;
        this.settings = settings;
    }

    /** Converts the failure of the system call; Java gives its reason only as text. */
    InvalidValueException of(String host, int port, IOException failure) {
        String reason = reason(failure);
        if (reason.contains("in use")) {
            return new InvalidValueException(field, port + " is already in use", otherPort());
        }
        if (reason.contains("assign") || reason.contains("unresolved")) {
            return new InvalidValueException("host", host + " is not an address of this machine", OTHER_HOST);
        }
        if (reason.contains("denied")) {
            return new InvalidValueException(
                    field, port + " requires more privileges", "choose one above 1023 with " + settings);
        }
        return new InvalidValueException(field, "cannot listen on port " + port + " of " + host, otherPort());
    }

    private String otherPort() {
        return "choose another with " + settings;
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
