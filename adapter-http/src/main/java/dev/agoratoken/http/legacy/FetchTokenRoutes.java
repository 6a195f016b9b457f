package dev.agoratoken.http.legacy;

import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.TokenIssuance;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code POST /fetch_rtc_token} and {@code /fetch_rtm_token}: the token server of Agora's documentation. */
final class FetchTokenRoutes implements Route {
    private static final String[] FIELDS = {
        "uid", "channelName", "role", AppCredentials.APP_ID, AppCredentials.APP_CERTIFICATE
    };

    private final TokenIssuance tokenIssuance;
    private final AppCredentials appCredentials;
    private final List<FormattedRoute> routes = List.of(
            post("/fetch_rtc_token", "{\"uid\":1234,\"ChannelName\":\"testing\",\"role\":1}", FetchTokenRoutes::rtc),
            post("/fetch_rtm_token", "{\"uid\":\"alice\"}", FetchTokenRoutes::rtm));

    FetchTokenRoutes(TokenIssuance tokenIssuance, AppCredentials appCredentials) {
        this.tokenIssuance = tokenIssuance;
        this.appCredentials = appCredentials;
    }

    @Override
    public void addTo(RoutesConfig config) {
        routes.forEach(route -> route.addTo(config));
    }

    @Override
    public List<String> patterns() {
        return routes.stream().flatMap(route -> route.patterns().stream()).toList();
    }

    private FormattedRoute post(String path, String example, Function<BodyFields, Service> service) {
        return FormattedRoute.post(
                path, AnswerFormat.TOKEN_AND_CODE, ctx -> answer(ctx, BodyFields.read(ctx, example, FIELDS), service));
    }

    private Map<String, Object> answer(Context ctx, BodyFields fields, Function<BodyFields, Service> service) {
        IssuedToken token = tokenIssuance.issue(
                ctx,
                new TokenRequest(
                        appCredentials.project(ctx, fields),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(service.apply(fields))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token", token.text());
        body.put("code", "200");
        return body;
    }

    private static Service rtc(BodyFields fields) {
        return Rtc.withRole(
                fields.role("role").orElse(Role.SUBSCRIBER),
                LegacyParameters.channel(
                        "channelName", fields.text("channelName").orElse("")),
                LegacyParameters.named("uid", () -> LegacyParameters.numberOrAccount(uid(fields))));
    }

    private static Service rtm(BodyFields fields) {
        return Rtm.login(LegacyParameters.named("uid", () -> RtmUserId.of(uid(fields))));
    }

    private static String uid(BodyFields fields) {
        return fields.user("uid").orElseThrow(LegacyParameters::missingUid);
    }
}
