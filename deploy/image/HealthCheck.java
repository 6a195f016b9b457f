import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/**
 * The health check of the image, which has no curl: exits with 0 if the server of this container answers {@code
 * /health/live} with 200, else with 1 and one line.
 */
final class HealthCheck {
    private static final int TIMEOUT_MILLIS = 3000;

    private HealthCheck() {}

    public static void main(String[] args) {
        String address = "http://127.0.0.1:" + port() + "/health/live";
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                fail(address, "status " + status);
            }
        } catch (IOException | IllegalArgumentException e) {
            fail(address, e.getMessage());
        }
    }

    /** The management port, which speaks plain HTTP in every configuration; else the port of the server. */
    private static String port() {
        for (String name : new String[] {"SERVER_MANAGEMENT_PORT", "SERVER_PORT", "PORT"}) {
            String value = System.getenv(name);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return "8080";
    }

    private static void fail(String address, String problem) {
        System.err.println(address + ": " + problem + "; see the log of the container");
        System.exit(1);
    }
}
