package dev.agoratoken.http.jetty;

import dev.agoratoken.http.settings.TrustedProxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the remote address of a request from a trusted proxy to the address of the client. Jetty's
 * {@code ForwardedRequestCustomizer} trusts every sender, and takes the first address, which the client chooses
 * (docs/adr/0078-the-client-is-the-last-address-that-is-not-trusted.md).
 */
final class ClientAddressCustomizer implements HttpConfiguration.Customizer {
    private static final Logger LOG = LoggerFactory.getLogger(ClientAddressCustomizer.class);
    private static final int UNKNOWN_PORT = 0;

    private final TrustedProxies proxies;
    private final OncePerMinute warning = new OncePerMinute();

    ClientAddressCustomizer(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)) {
            return request;
        }
        if (!proxies.contains(peer.getAddress())) {
            return request;
        }
        InetAddress client = client(peer.getAddress(), request.getHeaders());
        return client.equals(peer.getAddress()) ? request : new ForwardedRequest(request, client);
    }

    /**
     * A proxy sets one of the headers and may pass on the other, which the client then chooses. So they must agree if
     * there are both.
     */
    private InetAddress client(InetAddress peer, HttpFields headers) {
        List<String> standard = ForwardedHeader.clients(headers);
        List<String> common = headers.getCSV(HttpHeader.X_FORWARDED_FOR, false);
        InetAddress client = proxies.clientOf(peer, standard.isEmpty() ? common : standard);
        if (standard.isEmpty() || common.isEmpty() || client.equals(proxies.clientOf(peer, common))) {
            return client;
        }
        warning.run(() -> LOG.warn(
                "ignoring Forwarded and X-Forwarded-For, which contradict each other; let the proxy {} remove one",
                peer.getHostAddress()));
        return peer;
    }

    /** A request with the address of the client. */
    private static final class ForwardedRequest extends Request.Wrapper {
        private final ConnectionMetaData connection;

        private ForwardedRequest(Request request, InetAddress client) {
            super(request);
            SocketAddress address = new InetSocketAddress(client, UNKNOWN_PORT);
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return address;
                }
            };
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
