package dev.agoratoken.http.jetty;

import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.http.settings.HttpSettings;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.http.telemetry.DrainState;
import dev.agoratoken.http.tls.ReloadingTls;
import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** How Jetty listens, what it accepts, and how it stops. */
public record JettyConfigurer(
        HttpSettings settings,
        DrainState drainState,
        PreRoutingErrors preRoutingErrors,
        OverloadHandler overloadHandler,
        PendingRequests pendingRequests) {
    private static final int MAX_HEADER_BYTES = 8 * 1024;

    /** As many as RFC 9113 recommends at least, since a gateway may bring all of its clients on one connection. */
    private static final int CONCURRENT_STREAMS = 100;

    /** What may be under way: bodies are read and copied at once, and each holds one that is too long. */
    private static final int STREAM_WINDOW = 2 * RequestBodies.MAX_BYTES;

    /** The least there is in HTTP/2. */
    private static final int SESSION_WINDOW = 65_535;

    public void applyTo(JettyConfig jetty) {
        jetty.modifyServer(this::addHandlers);
        jetty.modifyHttpConfiguration(JettyConfigurer::configureHttp);
        jetty.addConnector(this::connector);
    }

    /** The last to be inserted is the first to see a request. A request waits for its turn only when its body is there. */
    private void addHandlers(Server server) {
        server.insertHandler(new DotSegmentHandler());
        server.insertHandler(overloadHandler);
        server.insertHandler(new ResponseBufferHandler(
                pendingRequests, settings.serverLimits().requestTimeout()));
        server.insertHandler(new RequestTimeoutHandler(
                pendingRequests, settings.serverLimits().requestTimeout(), drainState));
        server.setErrorHandler(new JettyErrorHandler(preRoutingErrors));
        server.setStopTimeout(settings.shutdownTimeouts().gracePeriod().toMillis());
    }

    private static void configureHttp(HttpConfiguration http) {
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendServerVersion(false);
        // Old clients leave segments empty, and a percent sign is a character of names: segments are decoded once, here
        // and
        // nowhere else. Whatever else two readers could take for two paths is refused.
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "names in segments", Violation.AMBIGUOUS_EMPTY_SEGMENT, Violation.AMBIGUOUS_PATH_ENCODING));
    }

    /** Before the server starts, so that a port that cannot be had is told by us. */
    private void bind(ServerConnector connector) {
        try {
            connector.open();
        } catch (IOException e) {
            throw ListenErrors.of(settings.host(), settings.port(), e);
        }
    }

    private Connector connector(Server server, HttpConfiguration http) {
        List<ConnectionFactory> protocols = settings.tls()
                .map(files -> encrypted(server, http, files))
                .orElseGet(() -> List.of(new HttpConnectionFactory(http), limited(new H2cPriorKnowledge(http))));
        ServerConnector connector = new RequestTimeoutConnector(
                server, settings.serverLimits(), pendingRequests, protocols.toArray(ConnectionFactory[]::new));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        bind(connector);
        return connector;
    }

    private List<ConnectionFactory> encrypted(Server server, HttpConfiguration plain, TlsFiles files) {
        ReloadingTls reloadingTls = new ReloadingTls(files, server.getScheduler(), ReloadingTls.PAUSE);
        server.addBean(reloadingTls);
        HttpConfiguration http = new HttpConfiguration(plain);
        // There is one certificate, and whether it is that of the name they meant is for clients to check.
        http.addCustomizer(new SecureRequestCustomizer(false));
        ALPNServerConnectionFactory negotiation = new ALPNServerConnectionFactory();
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        negotiation.setDefaultProtocol(http1.getProtocol());
        List<ConnectionFactory> protocols = new ArrayList<>();
        protocols.add(new SslConnectionFactory(reloadingTls.factory(), negotiation.getProtocol()));
        protocols.add(negotiation);
        protocols.add(limited(new HTTP2ServerConnectionFactory(http)));
        protocols.add(http1);
        return protocols;
    }

    private ConnectionFactory limited(AbstractHTTP2ServerConnectionFactory http2) {
        http2.setStreamIdleTimeout(settings.serverLimits().requestTimeout().toMillis());
        http2.setMaxConcurrentStreams(CONCURRENT_STREAMS);
        http2.setInitialStreamRecvWindow(STREAM_WINDOW);
        http2.setInitialSessionRecvWindow(SESSION_WINDOW);
        return http2;
    }
}
