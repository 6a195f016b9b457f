package dev.agoratoken.http.legacy;

import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.TokenIssuance;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** {@code GET /access_token}: the token server of Agora's older Node.js tutorial. */
final class AccessTokenRoute implements Route {
    static final String PATH = "/access_token";

    private final TokenIssuance tokenIssuance;

    AccessTokenRoute(TokenIssuance tokenIssuance) {
        this.tokenIssuance = tokenIssuance;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        FormattedRoute.get(PATH, AnswerFormat.ERROR, this::answer).addTo(routes);
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    private Map<String, Object> answer(Context ctx) {
        QueryOptions options = QueryOptions.of(ctx, "expireTime", "expiry");
        Rtc rtc = Rtc.withRole(
                QueryOptions.find(ctx, "role").map(LegacyParameters::role).orElse(Role.SUBSCRIBER),
                LegacyParameters.channel("channel", channel(ctx)),
                LegacyParameters.named(
                        "uid",
                        () -> LegacyParameters.numberOrAccount(
                                QueryOptions.find(ctx, "uid").orElse("0"))));
        IssuedToken token = tokenIssuance.issue(ctx, options.request(List.of(rtc)));
        options.lifetime().addHeader(ctx);
        return Map.of("token", token.text());
    }

    private static String channel(Context ctx) {
        return QueryOptions.find(ctx, "channel", "channelName")
                .orElseThrow(() -> new InvalidValueException(
                        "channel", "missing", "add it to the query: " + PATH + "?channel=NAME&uid=1234"));
    }
}
