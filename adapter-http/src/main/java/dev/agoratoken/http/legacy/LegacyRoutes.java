package dev.agoratoken.http.legacy;

import dev.agoratoken.http.legacy.LegacyParameters.CappedLifetime;
import dev.agoratoken.http.request.PathVariables;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.TokenIssuance;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Chat;
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
import org.eclipse.jetty.http.HttpException;

/** The compatible GET routes (docs/reference/http-contract.md#routes). */
public final class LegacyRoutes implements Route {
    private final TokenIssuance tokenIssuance;
    private final List<LegacyRoute> routes = List.of(
            new LegacyRoute("/ping", (ctx, none) -> Responses.json(ctx, Map.of("message", "pong"))),
            new LegacyRoute("/rtc/{channelName}/{role}/{tokenType}/{uid}", this::rtc),
            new LegacyRoute("/rtm/{rtmuid}", this::rtm),
            new LegacyRoute(
                    "/rte/{channelName}/{role}/{tokenType}/{uid}",
                    (ctx, variables) -> rtcAndRtm(ctx, variables, variables.get(3))),
            new LegacyRoute("/rte/{channelName}/{role}/{tokenType}/{uid}/{rtmuid}", (ctx, variables) -> {
                String rtmuid = variables.get(4);
                rtcAndRtm(ctx, variables, rtmuid.isEmpty() ? variables.get(3) : rtmuid);
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

    private void rtc(Context ctx, PathVariables variables) {
        QueryOptions queryOptions = LegacyErrorFormat.RTC.whileReading(() -> QueryOptions.of(ctx));
        IssuedToken token = LegacyErrorFormat.RTC.whileIssuing(
                () -> tokenIssuance.issue(ctx, queryOptions.request(List.of(rtc(variables)))));
        answer(ctx, queryOptions, Map.of("rtcToken", token.text()));
    }

    private static Rtc rtc(PathVariables variables) {
        return Rtc.as(
                Role.fromLabel(variables.get(1)),
                ChannelName.of(variables.get(0)),
                LegacyParameters.user(variables.get(2), variables.get(3)));
    }

    private void rtm(Context ctx, PathVariables variables) {
        QueryOptions queryOptions = LegacyErrorFormat.RTM.whileReading(() -> QueryOptions.of(ctx));
        RtmUserId user = LegacyErrorFormat.RTM.whileReading(() -> RtmUserId.of(variables.get(0)));
        IssuedToken token = LegacyErrorFormat.RTM.whileIssuing(
                () -> tokenIssuance.issue(ctx, queryOptions.request(List.of(Rtm.login(user)))));
        answer(ctx, queryOptions, Map.of("rtmToken", token.text()));
    }

    private void rtcAndRtm(Context ctx, PathVariables variables, String rtmuid) {
        QueryOptions queryOptions = LegacyErrorFormat.RTC_AND_RTM.whileReading(() -> QueryOptions.of(ctx));
        RtmUserId rtmUser = LegacyErrorFormat.RTC_AND_RTM.whileReading(() -> rtmUser(rtmuid));
        Rtc rtc = LegacyErrorFormat.RTC.whileIssuing(() -> rtc(variables));
        Role role = Role.fromLabel(variables.get(1));
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
                () -> chatid.map(ChatUserId::of).map(Chat::user).orElseGet(Chat::app));
        IssuedToken token = LegacyErrorFormat.CHAT.whileIssuing(
                () -> tokenIssuance.issue(ctx, queryOptions.request(List.of(chat))));
        answer(ctx, queryOptions, Map.of("chatToken", token.text()));
    }

    private static void answer(Context ctx, QueryOptions queryOptions, Map<String, String> tokensByKey) {
        queryOptions.lifetime().addHeader(ctx);
        Responses.json(ctx, tokensByKey);
    }

    /** The options of the query. */
    private record QueryOptions(CappedLifetime lifetime, Optional<TokenFormat> format) {
        static QueryOptions of(Context ctx) {
            return new QueryOptions(
                    LegacyParameters.lifetime(parameter(ctx, "expiry")),
                    Optional.ofNullable(parameter(ctx, "format")).map(TokenFormat::fromPrefix));
        }

        private static String parameter(Context ctx, String name) {
            try {
                return ctx.req().getParameter(name);
            } catch (HttpException.RuntimeException e) {
                throw new InvalidValueException(
                        name, "invalid percent-encoding in the query", "encode the query in UTF-8");
            }
        }

        TokenRequest request(List<? extends Service> services) {
            return new TokenRequest(Optional.empty(), format, lifetime.lifetime(), List.copyOf(services));
        }
    }
}
