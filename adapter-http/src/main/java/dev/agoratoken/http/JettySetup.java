package dev.agoratoken.http;

import dev.agoratoken.token.InvalidValueException;
import io.javalin.config.JettyConfig;
import java.io.IOException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** How Jetty listens, what it accepts, and how it stops. */
record JettySetup(HttpSettings settings) {
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final long IDLE_MILLIS = 10_000;
    private static final long STOP_MILLIS = 10_000;

    void applyTo(JettyConfig jetty) {
        jetty.modifyServer(JettySetup::prepare);
        jetty.modifyHttpConfiguration(JettySetup::limit);
        jetty.addConnector(this::connector);
    }

    private static void prepare(Server server) {
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(new ProtocolErrors());
        server.setStopTimeout(STOP_MILLIS);
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(LONGEST_HEAD);
        http.setSendServerVersion(false);
        // Old clients leave segments empty; whatever else two readers could take for two paths is refused.
        http.setUriCompliance(UriCompliance.DEFAULT.with("empty segments", Violation.AMBIGUOUS_EMPTY_SEGMENT));
    }

    /** Before the server starts, so that a port that cannot be had is told by us. */
    private void open(ServerConnector connector) {
        try {
            connector.open();
        } catch (IOException e) {
            throw new InvalidValueException(
                    "port",
                    settings.port() + " at " + settings.host()
                            + " cannot be listened on: another process has it, or it takes more rights",
                    "choose another with --port or SERVER_PORT");
        }
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        open(connector);
        return connector;
    }
}
