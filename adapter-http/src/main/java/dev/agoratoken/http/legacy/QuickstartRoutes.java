package dev.agoratoken.http.legacy;

import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.TokenIssuance;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.Rtc;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * {@code GET /api/generate-agora-token} and {@code /get_config}: the backends of the Conversational AI quickstarts. Both
 * issue one token for RTC, as publisher, and for Signaling.
 */
final class QuickstartRoutes implements Route {
    private final TokenIssuance tokenIssuance;
    private final GeneratedNames generated;
    private final List<FormattedRoute> routes = List.of(
            FormattedRoute.get("/api/generate-agora-token", AnswerFormat.ERROR, this::generate),
            FormattedRoute.get("/get_config", AnswerFormat.CODE_AND_MESSAGE, this::config));

    QuickstartRoutes(TokenIssuance tokenIssuance, RandomGenerator random) {
        this.tokenIssuance = tokenIssuance;
        this.generated = new GeneratedNames(random);
    }

    @Override
    public void addTo(RoutesConfig config) {
        routes.forEach(route -> route.addTo(config));
    }

    @Override
    public List<String> patterns() {
        return routes.stream().flatMap(route -> route.patterns().stream()).toList();
    }

    private Map<String, Object> generate(Context ctx) {
        UserId user = user(ctx);
        ChannelName channel = channel(ctx, "ai-conversation-");
        IssuedToken token = issue(ctx, channel, user);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("appId", token.appId().value());
        body.put("token", token.text());
        body.put("uid", user.value());
        body.put("channel", channel.value());
        return body;
    }

    private Map<String, Object> config(Context ctx) {
        UserId user = user(ctx);
        ChannelName channel = channel(ctx, "channel_");
        IssuedToken token = issue(ctx, channel, user);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("app_id", token.appId().value());
        data.put("token", token.text());
        data.put("uid", user.value());
        data.put("channel_name", channel.value());
        data.put("agent_uid", generated.agent().value());
        return AnswerFormat.success(data);
    }

    /**
     * Reads the uid, or generates one: Signaling has no "any user", and clients log in with the uid of the answer
     * (docs/adr/0071-a-missing-uid-is-generated-where-signaling-needs-one.md).
     */
    private UserId user(Context ctx) {
        return QueryOptions.find(ctx, "uid")
                .filter(uid -> !uid.matches("0+|-[0-9]+"))
                .map(UserId::parse)
                .orElseGet(generated::user);
    }

    private ChannelName channel(Context ctx, String prefix) {
        return QueryOptions.find(ctx, "channel", "channelName")
                .map(name -> LegacyParameters.channel("channel", name))
                .orElseGet(() -> generated.channel(prefix));
    }

    private IssuedToken issue(Context ctx, ChannelName channel, UserId user) {
        QueryOptions options = QueryOptions.of(ctx, "expiry", "expireTime");
        TokenRequest request = options.request(
                ServiceCombinations.rtcWithRtm(Rtc.publisher(channel, user), RtmUserId.of(user.value())));
        IssuedToken token =
                tokenIssuance.issue(ctx, options.format().isPresent() ? request : request.withFormat(TokenFormat.V007));
        options.lifetime().addHeader(ctx);
        return token;
    }
}
