package dev.agoratoken.http.legacy;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the old servers answered, recorded request by request. */
final class RecordingFixture {
    private RecordingFixture() {}

    static List<Recorded> cases(String file) {
        try (InputStream in = RecordingFixture.class.getResourceAsStream("/golden/" + file)) {
            Map<?, ?> recording = (Map<?, ?>) JsonCodec.parse(in.readAllBytes());
            List<Recorded> cases = new ArrayList<>();
            ((List<?>) recording.get("cases")).forEach(each -> cases.add(new Recorded(object(each))));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    /** One request and its answer. */
    record Recorded(Map<String, Object> json) {
        private Map<String, Object> request() {
            return object(json.get("request"));
        }

        private Map<String, Object> response() {
            return object(json.get("response"));
        }

        String cors() {
            return (String) json.get("cors");
        }

        String target() {
            return (String) request().get("target");
        }

        String method() {
            return (String) request().get("method");
        }

        /** Sends the request again, to that target. */
        Answer replayed(HttpFixture server, String target) {
            Map<String, String> headers = new java.util.TreeMap<>();
            object(request().get("headers")).forEach((name, value) -> headers.put(name, (String) value));
            return server.send(method(), target, headers, (String) request().get("body"));
        }

        int status() {
            return (Integer) response().get("status");
        }

        String contentType() {
            Object type = object(response().get("headers")).get("Content-Type");
            return type == null ? null : type.toString().replaceFirst(" *;.*", "");
        }

        String body() {
            return (String) response().get("body");
        }

        /** The headers of the answer that matter to the client. */
        Map<String, Object> headers() {
            return object(response().get("headers"));
        }

        /** The token at the place of an answer where the client looks for it, such as {@code data.token}. */
        String token(Map<String, Object> answer) {
            Object found = answer;
            for (String step : ((String) json.get("token")).split("\\.")) {
                found = object(found).get(step);
            }
            return (String) found;
        }

        boolean isJson() {
            return "application/json".equals(contentType());
        }

        @SuppressWarnings("unchecked")
        List<Object> tokens() {
            return (List<Object>) json.getOrDefault("tokens", List.of());
        }

        /** The decision by which we differ; empty if our answer is the same. */
        Map<String, Object> decision() {
            return json.get("ours") instanceof Map<?, ?> ours ? object(ours) : Map.of();
        }

        @Override
        public String toString() {
            return json.getOrDefault("id", "") + " " + method() + " " + target() + " "
                    + request().get("body") + " " + decision();
        }
    }
}
