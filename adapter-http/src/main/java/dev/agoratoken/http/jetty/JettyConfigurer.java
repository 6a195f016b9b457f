package dev.agoratoken.http.jetty;

import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.http.settings.HttpSettings;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.http.telemetry.DrainState;
import dev.agoratoken.http.tls.ReloadingTls;
import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

/** Configures Jetty: connectors, limits, handlers and shutdown. */
public final class JettyConfigurer {
    private static final int MAX_HEADER_BYTES = 8 * 1024;

    /** The recommended minimum of RFC 9113, because a gateway may send all requests on one connection. */
    private static final int CONCURRENT_STREAMS = 100;

    /** Bytes in transit per stream. Bodies are read at once, and this holds one that is too large. */
    private static final int STREAM_WINDOW = 2 * RequestBodies.MAX_BYTES;

    /** The minimum of HTTP/2. */
    private static final int SESSION_WINDOW = 65_535;

    private final HttpSettings settings;
    private final ListenErrors listenErrors;
    private final DrainState drainState;
    private final PreRoutingErrors preRoutingErrors;
    private final OverloadHandler overloadHandler;
    private final PendingRequests pendingRequests;
    private @Nullable ServerSocketChannel port;

    public JettyConfigurer(
            HttpSettings settings,
            ListenErrors listenErrors,
            DrainState drainState,
            PreRoutingErrors preRoutingErrors,
            OverloadHandler overloadHandler,
            PendingRequests pendingRequests) {
        this.settings = settings;
        this.listenErrors = listenErrors;
        this.drainState = drainState;
        this.preRoutingErrors = preRoutingErrors;
        this.overloadHandler = overloadHandler;
        this.pendingRequests = pendingRequests;
    }

    public void applyTo(JettyConfig jetty) {
        jetty.modifyServer(this::addHandlers);
        jetty.modifyServletContextHandler(context -> context.setSessionHandler(new NoSessionHandler()));
        jetty.modifyHttpConfiguration(this::configureHttp);
        jetty.addConnector(this::connector);
    }

    /**
     * Sets the handlers, innermost first, in place of Javalin's statistics. A request enters the queue only when its body
     * is complete.
     */
    private void addHandlers(Server server) {
        server.setHandler(new CommonHeaders());
        server.insertHandler(new DotSegmentHandler());
        server.insertHandler(overloadHandler);
        server.insertHandler(new ResponseBufferHandler(
                pendingRequests, settings.serverLimits().requestTimeout()));
        server.insertHandler(new RequestTimeoutHandler(
                pendingRequests, settings.serverLimits().requestTimeout(), drainState));
        server.setErrorHandler(new JettyErrorHandler(preRoutingErrors));
        server.setStopTimeout(settings.shutdownTimeouts().gracePeriod().toMillis());
    }

    private void configureHttp(HttpConfiguration http) {
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendServerVersion(false);
        http.addCustomizer(new MethodOverrideCustomizer());
        http.addCustomizer(new LeadingSlashCustomizer());
        // Clients of the compatible routes send empty segments, and names may contain a percent sign.
        // Any other ambiguous path is rejected.
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "names in segments", Violation.AMBIGUOUS_EMPTY_SEGMENT, Violation.AMBIGUOUS_PATH_ENCODING));
        http.addCustomizer(new ClientAddressCustomizer(settings.trustedProxies()));
    }

    /**
     * Opens the port, before the server starts.
     *
     * @throws dev.agoratoken.token.InvalidValueException if the server cannot listen on it
     */
    public void openPort() {
        try {
            port = RequestTimeoutConnector.listen(settings.host(), settings.port());
        } catch (IOException e) {
            throw listenErrors.of(settings.host(), settings.port(), e);
        }
    }

    /** Closes the port of a server that does not start. */
    public void closePort() {
        try {
            if (port != null) {
                port.close();
            }
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private Connector connector(Server server, HttpConfiguration http) {
        List<ConnectionFactory> protocols = settings.tls()
                .map(files -> encrypted(server, http, files))
                .orElseGet(() -> List.of(new HttpConnectionFactory(http), withLimits(new H2cPriorKnowledge(http))));
        ServerConnector connector = new RequestTimeoutConnector(
                server,
                Objects.requireNonNull(port, "openPort"),
                settings.serverLimits(),
                pendingRequests,
                protocols.toArray(ConnectionFactory[]::new));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }

    private List<ConnectionFactory> encrypted(Server server, HttpConfiguration plain, TlsFiles files) {
        ReloadingTls reloadingTls = new ReloadingTls(files);
        server.addBean(reloadingTls);
        HttpConfiguration http = new HttpConfiguration(plain);
        // There is only one certificate, so SNI is not checked: clients check the name.
        http.addCustomizer(new SecureRequestCustomizer(false));
        ALPNServerConnectionFactory negotiation = new ALPNServerConnectionFactory();
        HttpConnectionFactory http1 = new HttpConnectionFactory(http);
        negotiation.setDefaultProtocol(http1.getProtocol());
        List<ConnectionFactory> protocols = new ArrayList<>();
        protocols.add(new SslConnectionFactory(reloadingTls.factory(), negotiation.getProtocol()));
        protocols.add(negotiation);
        protocols.add(withLimits(new HTTP2ServerConnectionFactory(http)));
        protocols.add(http1);
        return protocols;
    }

    private ConnectionFactory withLimits(AbstractHTTP2ServerConnectionFactory http2) {
        http2.setStreamIdleTimeout(settings.serverLimits().requestTimeout().toMillis());
        http2.setMaxConcurrentStreams(CONCURRENT_STREAMS);
        http2.setInitialStreamRecvWindow(STREAM_WINDOW);
        http2.setInitialSessionRecvWindow(SESSION_WINDOW);
        return http2;
    }
}
