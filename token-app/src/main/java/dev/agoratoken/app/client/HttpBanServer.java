package dev.agoratoken.app.client;

import dev.agoratoken.app.client.BoundedHttpClient.Reply;
import dev.agoratoken.app.json.JsonDocuments;
import dev.agoratoken.cli.port.BanServer;
import dev.agoratoken.cli.port.ServerException;
import dev.agoratoken.document.BanDocument;
import dev.agoratoken.document.BanListDocument;
import dev.agoratoken.document.FieldError;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.BanFilter;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanRequest;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The bans of a server, by its HTTP API. */
final class HttpBanServer implements BanServer {
    /** Room for a thousand bans, as many as a list has. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final URI address;
    private final Optional<String> key;
    private final BoundedHttpClient client;

    /** @param address without a slash at its end */
    HttpBanServer(URI address, Optional<String> key, Duration timeout) {
        this.address = address;
        this.key = key;
        this.client = new BoundedHttpClient(MAX_BYTES, timeout);
    }

    @Override
    public BanDocument add(BanRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        request.id().map(BanId::value).ifPresent(id -> body.put("id", id));
        request.project().map(ProjectName::value).ifPresent(project -> body.put("project", project));
        BanTarget target = request.target();
        target.channel().map(ChannelName::value).ifPresent(channel -> body.put("channel", channel));
        target.uid().map(UserId::number).ifPresent(uid -> body.put("uid", uid));
        target.account().map(UserAccount::value).ifPresent(account -> body.put("account", account));
        target.userId().map(RtmUserId::value).ifPresent(userId -> body.put("userId", userId));
        request.duration().map(Duration::toSeconds).ifPresent(seconds -> body.put("for", seconds));
        request.reason().ifPresent(reason -> body.put("reason", reason));
        if (!request.atAgora()) {
            body.put("atAgora", false);
        }
        return read(send("POST", "", Optional.of(JsonDocuments.write(body))), BanDocument.class);
    }

    @Override
    public BanListDocument list(BanFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        filter.project().map(ProjectName::value).ifPresent(project -> query.put("project", project));
        filter.channel().map(ChannelName::value).ifPresent(channel -> query.put("channel", channel));
        filter.uid().map(UserId::value).ifPresent(uid -> query.put("uid", uid));
        filter.account().map(UserAccount::value).ifPresent(account -> query.put("account", account));
        filter.userId().map(RtmUserId::value).ifPresent(userId -> query.put("userId", userId));
        String parameters = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
        return read(send("GET", parameters, Optional.empty()), BanListDocument.class);
    }

    @Override
    public BanDocument find(BanId id) {
        return read(send("GET", path(id), Optional.empty()), BanDocument.class);
    }

    @Override
    public void lift(BanId id) {
        send("DELETE", path(id), Optional.empty());
    }

    /** Dots are encoded, because "." and ".." would be removed from the path. */
    private static String path(BanId id) {
        return "/" + id.value().replace(".", "%2E");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Reply send(String method, String path, Optional<String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/v1/bans" + path))
                .header("Accept", "application/json")
                .method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        body.ifPresent(text -> request.header("Content-Type", "application/json"));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            Reply reply = client.send(request.build());
            if (reply.isSuccess()) {
                return reply;
            }
            throw failure(reply);
        } catch (IOException e) {
            throw new ServerException(
                    "server_unreachable",
                    false,
                    List.of(new FieldError(
                            "server", "no answer from " + address + " (" + e.getMessage() + "); check the address")));
        }
    }

    private ServerException failure(Reply reply) {
        return JsonDocuments.read(reply.body(), Problem.class)
                .filter(Problem::isComplete)
                .map(problem -> new ServerException(problem.code(), isDenied(reply, problem), problem.fieldErrors()))
                .orElseGet(() -> notAServer(reply));
    }

    /** 404 also means that the server has no bans. */
    private static boolean isDenied(Reply reply, Problem problem) {
        return List.of(401, 403, 409).contains(reply.status()) || problem.code().equals("unknown_ban");
    }

    private ServerException notAServer(Reply reply) {
        String message = address + " does not answer as a token server with bans (status " + reply.status()
                + "); check the address";
        return new ServerException("not_a_token_server", false, List.of(new FieldError("server", message)));
    }

    private <T> T read(Reply reply, Class<T> type) {
        return JsonDocuments.read(reply.body(), type).orElseThrow(() -> notAServer(reply));
    }

    /** A problem document (RFC 9457). */
    private record Problem(String code, String detail, List<FieldError> errors) {
        boolean isComplete() {
            return code != null && detail != null;
        }

        /** The errors of all fields; else the detail, which names its field itself. */
        List<FieldError> fieldErrors() {
            if (errors != null && !errors.isEmpty()) {
                return errors;
            }
            int colon = detail.indexOf(": ");
            return colon > 0
                    ? List.of(new FieldError(detail.substring(0, colon), detail.substring(colon + 2)))
                    : List.of(new FieldError("server", detail));
        }
    }
}
