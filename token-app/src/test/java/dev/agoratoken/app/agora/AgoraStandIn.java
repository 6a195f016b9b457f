package dev.agoratoken.app.agora;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A stand-in for the part of Agora's REST API that makes rules, as Agora documents it: credentials, status codes, range of
 * {@code time_in_seconds}. A test can make it fail, before or after it did what the request asks.
 */
final class AgoraStandIn implements AutoCloseable {
    static final String CUSTOMER_ID = "customer-of-the-test";
    static final String CUSTOMER_SECRET = "secret-of-the-test";
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final InstantSource clock;
    private final String appId;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Long, Map<String, Object>> rules = new LinkedHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Misbehaviour> misbehaviours = new ArrayDeque<>();
    private String secret = CUSTOMER_SECRET;
    private long lastId = 1952;

    AgoraStandIn(String appId, InstantSource clock) {
        this.appId = appId;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    AgoraHost host() {
        return AgoraHost.of("127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next request of this method fails with the status, and does nothing else. */
    void fail(String method, int status) {
        misbehave(new Misbehaviour(method, status, false));
    }

    /** The next request of this method does what it should, and fails with the status nevertheless. */
    void failAfterwards(String method, int status) {
        misbehave(new Misbehaviour(method, status, true));
    }

    /** The next request of this method is not answered. */
    void hang(String method, boolean afterwards) {
        misbehave(new Misbehaviour(method, 0, afterwards));
    }

    private synchronized void misbehave(Misbehaviour misbehaviour) {
        misbehaviours.add(misbehaviour);
    }

    synchronized void setSecret(String other) {
        secret = other;
    }

    /** A rule that somebody else made. */
    synchronized long addRule(Map<String, Object> rule) {
        rules.put(++lastId, new LinkedHashMap<>(rule));
        return lastId;
    }

    synchronized void removeRules() {
        rules.clear();
    }

    synchronized Map<Long, Map<String, Object>> rules() {
        return new LinkedHashMap<>(rules);
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized List<String> methods() {
        return calls.stream().map(Call::method).toList();
    }

    /** Waits until the calls are such. */
    synchronized void awaitCalls(Predicate<List<String>> condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        try {
            while (!condition.test(methods())) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("the calls did not come in time: " + calls);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply = reply(exchange, body);
        if (reply.status() == 0) {
            awaitClose();
        } else {
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Reply reply(HttpExchange exchange, String body) throws IOException {
        String method = exchange.getRequestMethod();
        calls.add(new Call(method, body, System.nanoTime()));
        notifyAll();
        Misbehaviour misbehaviour = misbehaviours.peek();
        if (misbehaviour == null || !misbehaviour.method().equals(method)) {
            return behave(exchange, method, body);
        }
        misbehaviours.remove();
        if (misbehaviour.afterwards()) {
            behave(exchange, method, body);
        }
        return problem(misbehaviour.status(), "made to fail");
    }

    private Reply behave(HttpExchange exchange, String method, String body) throws IOException {
        String credentials = Base64.getEncoder().encodeToString((CUSTOMER_ID + ":" + secret).getBytes());
        if (!("Basic " + credentials).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return problem(401, "Unauthorized");
        }
        if (!exchange.getRequestURI().getPath().equals("/dev/v1/kicking-rule")) {
            return problem(404, "Not found");
        }
        if (method.equals("GET")) {
            return exchange.getRequestURI().getQuery().equals("appid=" + appId)
                    ? new Reply(200, JSON.writeValueAsString(Map.of("status", "success", "rules", listed())))
                    : problem(400, "invalid appid");
        }
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return problem(415, "Unsupported media type");
        }
        Map<String, Object> request = JSON.readValue(body, new TypeReference<>() {});
        return request.get("appid").equals(appId) ? change(method, request) : problem(400, "invalid appid");
    }

    private Reply change(String method, Map<String, Object> request) {
        if (method.equals("POST")) {
            return Integer.valueOf(0).equals(request.get("uid")) ? problem(400, "uid '0'") : make(request);
        }
        Map<String, Object> rule = rules.get(((Number) request.get("id")).longValue());
        if (rule == null) {
            return problem(404, "rule not found");
        }
        if (method.equals("DELETE")) {
            rules.values().remove(rule);
        } else {
            rule.put("ts", end(request));
        }
        return new Reply(200, "{\"status\":\"success\"}");
    }

    private Reply make(Map<String, Object> request) {
        Map<String, Object> rule = new LinkedHashMap<>(request);
        rule.put("createAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        rule.put("ts", end(request));
        return new Reply(200, "{\"status\":\"success\",\"id\":" + addRule(rule) + "}");
    }

    /** Agora moves times outside of the range to its nearest end. */
    private String end(Map<String, Object> request) {
        long seconds = ((Number) request.get("time_in_seconds")).longValue();
        Instant end = clock.instant().plusSeconds(Math.max(10, Math.min(86_430, seconds)));
        return end.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private List<Map<String, Object>> listed() {
        return rules.entrySet().stream()
                .map(rule -> {
                    Map<String, Object> shown = new LinkedHashMap<>(rule.getValue());
                    shown.put("id", rule.getKey());
                    shown.putIfAbsent("ip", "");
                    shown.put("opid", 1406);
                    return shown;
                })
                .toList();
    }

    private static Reply problem(int status, String message) {
        return new Reply(status, "{\"message\":\"" + message + "\"}");
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** A request that arrived. */
    record Call(String method, String body, long nanos) {}

    private record Reply(int status, String body) {}

    private record Misbehaviour(String method, int status, boolean afterwards) {}
}
