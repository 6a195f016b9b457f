package dev.agoratoken.app.login;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Downloads a text of limited size within a total timeout. A timeout per read would not stop a server that sends one byte a
 * second.
 */
final class BoundedResourceRetriever implements ResourceRetriever {
    /** Does not follow redirects: keys come only from the configured address. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int maxBytes;
    private final Duration timeout;

    /**
     * @param maxBytes the maximum size
     * @param timeout for the complete download
     */
    BoundedResourceRetriever(int maxBytes, Duration timeout) {
        this.maxBytes = maxBytes;
        this.timeout = timeout;
    }

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
            throw new IOException(problem(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (TimeoutException e) {
            throw new IOException(tooLate(), e);
        } finally {
            var unused = response.thenAccept(BoundedResourceRetriever::close);
            response.cancel(true);
        }
    }

    /** Describes the cause, for which the exceptions of the client often have no message. */
    private String problem(Throwable failure) {
        if (failure instanceof HttpTimeoutException) {
            return tooLate();
        }
        if (failure instanceof ConnectException) {
            return isUnresolved(failure) ? "unknown host" : "connection refused";
        }
        if (failure instanceof SSLException) {
            return "TLS failed: " + failure.getMessage();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private String tooLate() {
        return "no complete response within " + timeout.toMillis() + " ms";
    }

    private static boolean isUnresolved(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private String text(HttpResponse<InputStream> response) {
        if (response.statusCode() >= 300 && response.statusCode() < 400) {
            throw new IllegalStateException(
                    "the response is a redirect (status " + response.statusCode() + "), which is not followed");
        }
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the response has status " + response.statusCode());
        }
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IllegalStateException("the response is longer than " + maxBytes + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the connection closed early", e);
        }
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new IllegalStateException("the response cannot be closed", e);
        }
    }
}
