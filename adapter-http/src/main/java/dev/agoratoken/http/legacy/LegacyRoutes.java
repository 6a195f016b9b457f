package dev.agoratoken.http.legacy;

import dev.agoratoken.http.request.PathVariables;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.TokenIssuance;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The compatible GET routes (docs/reference/http-contract.md#routes). */
public final class LegacyRoutes implements Route {
    private final TokenIssuance tokenIssuance;
    private final List<LegacyRoute> routes = List.of(
            new LegacyRoute("/ping", (ctx, none) -> Responses.json(ctx, Map.of("message", "pong"))),
            new LegacyRoute("/rtc/{channelName}/{role}/{tokenType}/{uid}", this::rtc),
            new LegacyRoute("/rtm/{rtmuid}", this::rtm),
            new LegacyRoute(
                    "/rte/{channelName}/{role}/{tokenType}/{uid}",
                    (ctx, variables) -> rtcAndRtm(ctx, variables, "uid", variables.get(3))),
            new LegacyRoute("/rte/{channelName}/{role}/{tokenType}/{uid}/{rtmuid}", (ctx, variables) -> {
                String rtmuid = variables.get(4);
                rtcAndRtm(
                        ctx,
                        variables,
                        rtmuid.isEmpty() ? "uid" : "rtmuid",
                        rtmuid.isEmpty() ? variables.get(3) : rtmuid);
            }),
            new LegacyRoute("/chat/app", (ctx, none) -> chat(ctx, Optional.empty())),
            new LegacyRoute("/chat/account/{chatid}", (ctx, variables) -> chat(ctx, Optional.of(variables.get(0)))));

    public LegacyRoutes(TokenIssuance tokenIssuance) {
        this.tokenIssuance = tokenIssuance;
    }

    @Override
    public void addTo(RoutesConfig config) {
        new EmptySegmentFilter(routes).addTo(config);
        routes.forEach(route -> route.addTo(config));
    }

    @Override
    public List<String> patterns() {
        return routes.stream().flatMap(route -> route.patterns().stream()).toList();
    }

    private void rtc(Context ctx, PathVariables variables) {
        QueryOptions queryOptions = LegacyErrorFormat.RTC.whileReading(() -> QueryOptions.of(ctx));
        IssuedToken token = LegacyErrorFormat.RTC.whileIssuing(
                () -> tokenIssuance.issue(ctx, queryOptions.request(List.of(rtc(variables)))));
        answer(ctx, queryOptions, Map.of("rtcToken", token.text()));
    }

    private static Rtc rtc(PathVariables variables) {
        return Rtc.withRole(
                LegacyParameters.role(variables.get(1)),
                LegacyParameters.channel("channel", variables.get(0)),
                LegacyParameters.user(variables.get(2), variables.get(3)));
    }

    private void rtm(Context ctx, PathVariables variables) {
        QueryOptions queryOptions = LegacyErrorFormat.RTM.whileReading(() -> QueryOptions.of(ctx));
        RtmUserId user =
                LegacyErrorFormat.RTM.whileReading(() -> RtmUserId.of(UnsetValue.reject("rtmuid", variables.get(0))));
        IssuedToken token = LegacyErrorFormat.RTM.whileIssuing(
                () -> tokenIssuance.issue(ctx, queryOptions.request(List.of(Rtm.login(user)))));
        answer(ctx, queryOptions, Map.of("rtmToken", token.text()));
    }

    private void rtcAndRtm(Context ctx, PathVariables variables, String field, String rtmuid) {
        QueryOptions queryOptions = LegacyErrorFormat.RTC_AND_RTM.whileReading(() -> QueryOptions.of(ctx));
        RtmUserId rtmUser = LegacyErrorFormat.RTC_AND_RTM.whileReading(() -> rtmUser(UnsetValue.reject(field, rtmuid)));
        Rtc rtc = LegacyErrorFormat.RTC.whileIssuing(() -> rtc(variables));
        Role role = LegacyParameters.role(variables.get(1));
        List<IssuedToken> issued = LegacyErrorFormat.RTC_AND_RTM.whileIssuing(() -> tokenIssuance.issueAll(
                ctx,
                List.of(
                        queryOptions.request(List.of(rtc)),
                        signaling(ctx, queryOptions, rtmUser, rtc.channel(), role))));
        Map<String, String> both = new LinkedHashMap<>();
        both.put("rtcToken", issued.get(0).text());
        both.put("rtmToken", issued.get(1).text());
        answer(ctx, queryOptions, both);
    }

    /** Reads the Signaling user, which may be the uid; zero stands for no user. */
    private static RtmUserId rtmUser(String rtmuid) {
        if (LegacyParameters.isZero(rtmuid)) {
            throw new InvalidValueException(
                    "rtmuid",
                    "missing; uid 0 stands for any user, which Signaling does not have",
                    "add the Signaling user as one more segment after the uid");
        }
        return RtmUserId.of(rtmuid);
    }

    private TokenRequest signaling(Context ctx, QueryOptions queryOptions, RtmUserId user, Channel channel, Role role) {
        TokenRequest login = queryOptions.request(List.of(Rtm.login(user)));
        // A token of format 006 holds one service, so it cannot cover a stream channel too.
        return tokenIssuance.formatOf(ctx, login) == TokenFormat.V006
                ? login
                : queryOptions.request(ServiceCombinations.streamChannel(user, channel, role == Role.PUBLISHER));
    }

    private void chat(Context ctx, Optional<String> chatid) {
        QueryOptions queryOptions = LegacyErrorFormat.CHAT.whileReading(() -> QueryOptions.of(ctx));
        Chat chat = LegacyErrorFormat.CHAT.whileReading(
                () -> chatid.map(user -> ChatUserId.of(UnsetValue.reject("chatid", user)))
                        .map(Chat::user)
                        .orElseGet(Chat::app));
        IssuedToken token = LegacyErrorFormat.CHAT.whileIssuing(
                () -> tokenIssuance.issue(ctx, queryOptions.request(List.of(chat))));
        answer(ctx, queryOptions, Map.of("chatToken", token.text()));
    }

    private static void answer(Context ctx, QueryOptions queryOptions, Map<String, String> tokensByKey) {
        queryOptions.lifetime().addHeader(ctx);
        Responses.json(ctx, tokensByKey);
    }
}
