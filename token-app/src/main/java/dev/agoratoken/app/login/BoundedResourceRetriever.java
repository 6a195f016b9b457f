package dev.agoratoken.app.login;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import dev.agoratoken.app.client.BoundedHttpClient;
import dev.agoratoken.app.client.BoundedHttpClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * Downloads a text of limited size within a total timeout. A timeout per read would not stop a server that sends one byte a
 * second.
 */
final class BoundedResourceRetriever implements ResourceRetriever {
    private final BoundedHttpClient client;

    /**
     * @param maxBytes the maximum size
     * @param timeout for the complete download
     */
    BoundedResourceRetriever(int maxBytes, Duration timeout) {
        this.client = new BoundedHttpClient(maxBytes, timeout);
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.toString()))
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        Reply reply = client.send(request);
        if (reply.status() >= 300 && reply.status() < 400) {
            throw new IOException("the response is a redirect (status " + reply.status() + "), which is not followed");
        }
        if (reply.status() != 200) {
            throw new IOException("the response has status " + reply.status());
        }
        return new Resource(reply.body(), "application/json");
    }
}
