package dev.agoratoken.app.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
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
 * Sends requests, and reads responses of limited size within a total timeout. Does not follow redirects, because requests
 * hold credentials, and answers are trusted because of their address. Thread-safe.
 */
public final class BoundedHttpClient {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final int maxBytes;
    private final Duration timeout;

    /**
     * @param maxBytes the maximum size of a response
     * @param timeout for the complete exchange
     */
    public BoundedHttpClient(int maxBytes, Duration timeout) {
        this.maxBytes = maxBytes;
        this.timeout = timeout;
    }

    /**
     * Sends a request.
     *
     * @throws IOException if there is no complete response in time; the message says why, in a few words
     */
    public Reply send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<InputStream>> response = client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return response.thenApplyAsync(this::reply).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(problem(Objects.requireNonNullElse(e.getCause(), e)), e);
        } catch (TimeoutException e) {
            throw new IOException(tooLate(), e);
        } finally {
            CompletableFuture<Void> unused = response.thenAccept(BoundedHttpClient::close);
            response.cancel(true);
        }
    }

    private Reply reply(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IllegalStateException("the response is longer than " + maxBytes + " bytes");
            }
            return new Reply(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the connection closed early", e);
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

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new IllegalStateException("the response cannot be closed", e);
        }
    }

    /** A response. */
    public record Reply(int status, String body) {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }
}
