package dev.agoratoken.http;

import dev.agoratoken.http.ApiDocument.Operation;
import dev.agoratoken.http.ApiDocument.Place;
import dev.agoratoken.http.request.RequestBodies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request to a server in some situation, which makes it answer in one of the ways that it has.
 *
 * @param example the name of the document's example that is sent as it stands; empty for other requests
 * @param unrouted whether no route sees it
 */
record Provocation(
        Situation situation,
        String example,
        boolean unrouted,
        String method,
        String target,
        Map<String, String> headers,
        String body) {
    private static final String TYPE = "Content-Type";
    private static final Map<String, String> JSON = Map.of(TYPE, "application/json");

    /** Bodies that no route takes, or not every one. */
    private static final List<String> BODIES = List.of(
            "{",
            "{}",
            "[]",
            "{\"nobody knows\": 1}",
            "{\"token\": 7}",
            "{\"tokenType\": \"video\"}",
            "{\"services\": [{\"type\": \"tv\"}]}",
            "{\"services\": [{\"type\": \"rtc\", \"channel\": \"c\", \"uid\": 0}]}",
            "{\"project\": \"other\", \"services\": [{\"type\": \"fpa\"}]}",
            "{\"id\": \"ban-1\", \"channel\": \"class-1\", \"uid\": 1234, \"account\": \"alice\","
                    + " \"userId\": \"alice\"}",
            "{\"id\": \"ban-1\", \"channel\": \"class-2\"}",
            "{\"project\": \"other\", \"channel\": \"class-1\"}",
            " ".repeat(RequestBodies.MAX_BYTES + 1));

    /** What the document's examples ask, each of a server that has nothing against it. */
    static List<Provocation> examples(Operation operation) {
        if (!operation.method().equals("POST")) {
            return List.of(withoutBody(operation, target(operation, Map.of())).asExample("answer"));
        }
        return operation.requestExamples().entrySet().stream()
                .map(body -> post(operation, body.getValue().toString()).asExample(body.getKey()))
                .toList();
    }

    /** All that can happen to an operation. */
    static List<Provocation> of(Operation operation) {
        List<Provocation> all = new ArrayList<>();
        for (Provocation good : examples(operation)) {
            for (Situation situation : Situation.values()) {
                all.add(good.to(situation));
            }
        }
        Provocation good = all.get(0);
        all.add(good.with("Origin", "https://elsewhere.example"));
        all.add(good.with("Host", "elsewhere.example"));
        all.add(good.with("X-Request-Id", "order-4711"));
        all.add(new Provocation(Situation.OPEN, "", false, "PATCH", good.target, Map.of(), null));
        all.add(good.with("X-Long", "x".repeat(9000)).beforeAnyRoute());
        all.addAll(operation.method().equals("POST") ? badBodies(operation) : badTargets(operation));
        return all;
    }

    private static List<Provocation> badTargets(Operation operation) {
        List<Provocation> bad = new ArrayList<>();
        for (Place parameter : operation.parameters()) {
            if (parameter.text("in").equals("path")) {
                bad.add(withoutBody(operation, target(operation, Map.of(parameter.text("name"), "a%2Fb")))
                        .beforeAnyRoute());
                bad.add(withoutBody(operation, target(operation, Map.of(parameter.text("name"), "no*good"))));
                bad.add(withoutBody(operation, target(operation, Map.of(parameter.text("name"), "another"))));
            }
        }
        if (operation.parameters().stream()
                .anyMatch(parameter -> parameter.text("in").equals("query"))) {
            bad.add(withoutBody(operation, target(operation, Map.of("expiry", "0"))));
            bad.add(withoutBody(operation, target(operation, Map.of("expiry", "604800"))));
            bad.add(withoutBody(operation, target(operation, Map.of("expiry", "%zz"))));
            bad.add(withoutBody(operation, target(operation, Map.of("format", "005"))));
            bad.add(withoutBody(operation, target(operation, Map.of("uid", "0"))));
            bad.add(withoutBody(operation, operation.path() + "?chanel=class-1"));
        }
        return bad;
    }

    private static List<Provocation> badBodies(Operation operation) {
        List<Provocation> bad = new ArrayList<>(
                BODIES.stream().map(body -> post(operation, body)).toList());
        bad.add(post(operation, "{}").with(TYPE, "text/plain"));
        return bad;
    }

    /** The path and query of the document's examples, with others for some of them. */
    private static String target(Operation operation, Map<String, String> others) {
        String target = operation.path();
        Map<String, String> query = new LinkedHashMap<>();
        for (Place parameter : operation.parameters()) {
            String name = parameter.text("name");
            String value = others.getOrDefault(name, parameter.text("example"));
            if (parameter.text("in").equals("path")) {
                target = target.replace("{" + name + "}", value);
            } else if (parameter.text("in").equals("query")) {
                query.put(name, value);
            }
        }
        return query.isEmpty()
                ? target
                : target + "?" + query.entrySet().stream().map(Object::toString).collect(Collectors.joining("&"));
    }

    private static Provocation withoutBody(Operation operation, String target) {
        return new Provocation(Situation.OPEN, "", false, operation.method(), target, Map.of(), null);
    }

    private static Provocation post(Operation operation, String body) {
        return new Provocation(Situation.OPEN, "", false, "POST", operation.path(), JSON, body);
    }

    private Provocation asExample(String name) {
        return new Provocation(situation, name, unrouted, method, target, headers, body);
    }

    private Provocation beforeAnyRoute() {
        return new Provocation(situation, example, true, method, target, headers, body);
    }

    private Provocation to(Situation other) {
        return new Provocation(other, example, unrouted, method, target, headers, body);
    }

    Provocation with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Provocation(situation, "", unrouted, method, target, more, body);
    }

    Answer sendTo(Map<Situation, HttpFixture> servers) {
        return servers.get(situation).send(method, target, headers, body);
    }

    @Override
    public String toString() {
        String sent = body == null || body.length() > 200 ? "" : " " + body;
        return method + " " + target + " " + situation + " " + headers.keySet() + sent;
    }
}
