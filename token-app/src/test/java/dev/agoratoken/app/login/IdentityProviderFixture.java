package dev.agoratoken.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.agoratoken.app.log.EventLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider on this machine: serves its public keys over HTTP and signs login tokens with the private one. */
public final class IdentityProviderFixture implements AutoCloseable {
    public static final String ISSUER = "https://login.example";
    public static final String AUDIENCE = "agora-token";
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /** Made once, since that takes a while. */
    private static final RSAKey KEY = newKey("first");

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch firstAsked = new CountDownLatch(1);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Answer answer = Answer.KEYS;

    public IdentityProviderFixture() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/keys", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** What it does when it is asked for its keys. */
    public enum Answer {
        KEYS,
        FAILURE,
        REDIRECT,
        NO_KEY_SET,
        TEN_MEGABYTES,
        NOTHING_FOREVER
    }

    public void answerWith(Answer chosen) {
        answer = chosen;
    }

    /** How often it was asked for its keys. */
    public int asked() {
        return asked.get();
    }

    /** Waits until it is asked for the first time. */
    void awaitAsked() throws InterruptedException {
        assertThat(firstAsked.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Waits until somebody waits for it in vain. */
    void awaitHanging() throws InterruptedException {
        assertThat(hanging.await(60, TimeUnit.SECONDS)).isTrue();
    }

    public String keysAddress() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    /** Its keys as a server fetches them. */
    public JWKSource<SecurityContext> keySource() {
        return new JwksProvider(Duration.ofSeconds(60), InstantSource.system(), EventLog.NONE).fromUrl(keysAddress());
    }

    String keys() {
        return new JWKSet(KEY).toString(true);
    }

    RSAKey key() {
        return KEY;
    }

    private void serve(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        firstAsked.countDown();
        switch (answer) {
            case KEYS -> respond(exchange, 200, keys());
            case FAILURE -> respond(exchange, 500, "");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "/other");
                respond(exchange, 302, "");
            }
            case NO_KEY_SET -> respond(exchange, 200, "<html>Welcome</html>");
            case TEN_MEGABYTES -> respond(exchange, 200, "{\"keys\":[],\"x\":\"" + "x".repeat(10_000_000) + "\"}");
            case NOTHING_FOREVER -> {
                exchange.sendResponseHeaders(200, 0);
                hanging.countDown();
                await();
            }
        }
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** The claims of a token that is good at {@link #NOW}. */
    public static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("ann")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)));
    }

    public String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, KEY);
    }

    static String sign(JWTClaimsSet.Builder claims, RSAKey with) {
        try {
            return signed(JWSAlgorithm.RS256, with.getKeyID(), claims, new RSASSASigner(with));
        } catch (JOSEException e) {
            throw new AssertionError("an RSA key signs", e);
        }
    }

    /** Signs claims as they are written, whatever they are. */
    String signJson(String claims) {
        try {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    new Payload(claims));
            token.sign(new RSASSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError("an RSA key signs", e);
        }
    }

    /** Signed with the public key as if it were a shared secret. */
    String signedByPublicKey(JWTClaimsSet.Builder claims) {
        try {
            return signed(
                    JWSAlgorithm.HS256,
                    KEY.getKeyID(),
                    claims,
                    new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new AssertionError("the encoded key is long enough", e);
        }
    }

    static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWTClaimsSet.Builder claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError("every Java platform makes RSA keys", e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
