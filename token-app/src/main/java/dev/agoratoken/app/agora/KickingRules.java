package dev.agoratoken.app.agora;

import dev.agoratoken.app.agora.AgoraFailure.Kind;
import dev.agoratoken.app.client.BoundedHttpClient;
import dev.agoratoken.app.client.BoundedHttpClient.Reply;
import dev.agoratoken.app.json.JsonDocuments;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.UserId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Agora's rules about who may join a channel ({@code /dev/v1/kicking-rule}). One request per call; nothing is repeated.
 * Thread-safe.
 */
final class KickingRules {
    private static final String PATH = "/dev/v1/kicking-rule";
    /** Room for ten thousand rules. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final BoundedHttpClient client;

    KickingRules(Duration timeout) {
        this.client = new BoundedHttpClient(MAX_BYTES, timeout);
    }

    /** Makes a rule that removes the users of the target and lets them not join again. Returns its id. */
    long create(AgoraRest access, BanTarget target, long seconds) throws AgoraFailure {
        Map<String, Object> rule = body(access);
        target.channel().map(ChannelName::value).ifPresent(channel -> rule.put("cname", channel));
        target.uid().map(UserId::number).ifPresent(uid -> rule.put("uid", uid));
        rule.put("time_in_seconds", seconds);
        rule.put("privileges", List.of(KickingRule.JOIN_CHANNEL));
        Created created = read(send(access, "POST", rule, ""), Created.class);
        if (created.id() <= 0) {
            throw new AgoraFailure(Kind.UNANSWERED, "Agora named no rule in its answer; trying again");
        }
        return created.id();
    }

    /** All rules of the project. */
    List<KickingRule> list(AgoraRest access) throws AgoraFailure {
        Reply reply = send(access, "GET", null, "?appid=" + access.appId().value());
        List<KickingRule> rules = read(reply, Listed.class).rules();
        return rules == null ? List.of() : rules;
    }

    /** Lets a rule end that long from now. */
    void extend(AgoraRest access, long id, long seconds) throws AgoraFailure {
        Map<String, Object> change = body(access);
        change.put("id", id);
        change.put("time_in_seconds", seconds);
        send(access, "PUT", change, "");
    }

    /** Deletes a rule; does nothing if it is gone. */
    void delete(AgoraRest access, long id) throws AgoraFailure {
        Map<String, Object> rule = body(access);
        rule.put("id", id);
        try {
            send(access, "DELETE", rule, "");
        } catch (AgoraFailure e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    private static Map<String, Object> body(AgoraRest access) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("appid", access.appId().value());
        return body;
    }

    private Reply send(AgoraRest access, String method, @Nullable Map<String, Object> body, String query)
            throws AgoraFailure {
        HttpRequest request = HttpRequest.newBuilder(access.host().uri(PATH + query))
                .header("Authorization", access.authorization())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JsonDocuments.write(body)))
                .build();
        try {
            Reply reply = client.send(request);
            if (reply.isSuccess()) {
                return reply;
            }
            throw failure(reply, method);
        } catch (IOException e) {
            throw new AgoraFailure(
                    Kind.UNANSWERED, "no answer from " + access.host() + ": " + e.getMessage() + "; trying again");
        }
    }

    private static AgoraFailure failure(Reply reply, String method) {
        String answer = "Agora answered " + reply.status() + reason(reply.body());
        return switch (reply.status()) {
            case 400 -> rejected(answer, "check the App ID, the channel and the uid");
            case 401 -> rejected(answer, "check customer-id and customer-secret in agora-rest of the project");
            case 403 -> rejected(answer, "ask Agora to allow this account its channel management API");
            case 404 ->
                method.equals("PUT") || method.equals("DELETE")
                        ? new AgoraFailure(Kind.NOT_FOUND, answer)
                        : rejected(answer, "check host in agora-rest of the project");
            case 415 -> rejected(answer, "check whether a proxy removes Content-Type");
            case 429 -> new AgoraFailure(Kind.POSTPONED, answer + "; trying again");
            default ->
                reply.status() >= 500
                        ? new AgoraFailure(Kind.UNANSWERED, answer + "; trying again")
                        : rejected(answer, "check host in agora-rest of the project");
        };
    }

    private static AgoraFailure rejected(String answer, String remedy) {
        return new AgoraFailure(Kind.REJECTED, answer + "; " + remedy);
    }

    /** Agora's own words, if the answer has them. */
    private static String reason(String body) {
        return JsonDocuments.read(body, Problem.class)
                .map(Problem::message)
                .map(message -> " " + Printable.quote(message))
                .orElse("");
    }

    private static <T> T read(Reply reply, Class<T> type) throws AgoraFailure {
        return JsonDocuments.read(reply.body(), type)
                .orElseThrow(() ->
                        new AgoraFailure(Kind.UNANSWERED, "Agora's answer is not the documented JSON; trying again"));
    }

    private record Created(long id) {}

    private record Listed(List<KickingRule> rules) {}

    private record Problem(String message) {}
}
