package dev.agoratoken.app.login;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Downloads a text that has an end, in a time that has an end: a server that sends one byte a second is given up, too, which
 * a timeout for each read would not do.
 *
 * @param longest the most bytes that are read
 * @param patience how long the whole of it may take
 */
record BoundedResourceRetriever(int maxBytes, Duration timeout) implements ResourceRetriever {
    /** Follows no redirection: the keys are at the address that was configured, or nowhere. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.toString()))
                .header("Accept", "application/jwk-set+json, application/json")
                .timeout(timeout)
                .build();
        CompletableFuture<HttpResponse<InputStream>> response = CLIENT.sendAsync(request, BodyHandlers.ofInputStream());
        CompletableFuture<String> text = response.thenApplyAsync(this::text);
        try {
            return new Resource(text.get(timeout.toMillis(), TimeUnit.MILLISECONDS), "application/json");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + timeout.toMillis() + " ms", e);
        } finally {
            response.thenAccept(BoundedResourceRetriever::close);
            response.cancel(true);
        }
    }

    private String text(HttpResponse<InputStream> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the answer has status " + response.statusCode());
        }
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IllegalStateException("the answer is longer than " + maxBytes + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the answer broke off", e);
        }
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new IllegalStateException("the answer cannot be given up", e);
        }
    }
}
