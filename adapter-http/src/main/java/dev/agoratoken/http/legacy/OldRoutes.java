package dev.agoratoken.http.legacy;

import dev.agoratoken.http.legacy.OldParameters.CappedLifetime;
import dev.agoratoken.http.request.Answers;
import dev.agoratoken.http.request.PathSegments;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.Tokens;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.Recipes;
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

/** The GET routes of the article's server and of its successor (docs/reference/http-contract.md#routes). */
public final class OldRoutes implements Route {
    private final Tokens tokens;
    private final List<OldRoute> routes = List.of(
            new OldRoute("/ping", (ctx, none) -> Answers.json(ctx, Map.of("message", "pong"))),
            new OldRoute("/rtc/{channelName}/{role}/{tokenType}/{uid}", this::rtc),
            new OldRoute("/rtm/{rtmuid}", this::rtm),
            new OldRoute(
                    "/rte/{channelName}/{role}/{tokenType}/{uid}",
                    (ctx, segments) -> rtcAndRtm(ctx, segments, segments.get(3))),
            new OldRoute("/rte/{channelName}/{role}/{tokenType}/{uid}/{rtmuid}", (ctx, segments) -> {
                String rtmuid = segments.get(4);
                rtcAndRtm(ctx, segments, rtmuid.isEmpty() ? segments.get(3) : rtmuid);
            }),
            new OldRoute("/chat/app", (ctx, none) -> chat(ctx, Optional.empty())),
            new OldRoute("/chat/account/{chatid}", (ctx, segments) -> chat(ctx, Optional.of(segments.get(0)))));

    public OldRoutes(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void addTo(RoutesConfig config) {
        new EmptySegments(routes).addTo(config);
        routes.forEach(route -> route.addTo(config));
    }

    private void rtc(Context ctx, PathSegments segments) {
        Terms terms = OldErrors.RTC.reading(() -> Terms.of(ctx));
        IssuedToken token = OldErrors.RTC.making(() -> tokens.issue(ctx, terms.request(List.of(rtc(segments)))));
        answer(ctx, terms, Map.of("rtcToken", token.text()));
    }

    private static Rtc rtc(PathSegments segments) {
        return Rtc.as(
                Role.named(segments.get(1)),
                ChannelName.of(segments.get(0)),
                OldParameters.user(segments.get(2), segments.get(3)));
    }

    private void rtm(Context ctx, PathSegments segments) {
        Terms terms = OldErrors.RTM.reading(() -> Terms.of(ctx));
        RtmUserId user = OldErrors.RTM.reading(() -> RtmUserId.of(segments.get(0)));
        IssuedToken token = OldErrors.RTM.making(() -> tokens.issue(ctx, terms.request(List.of(Rtm.login(user)))));
        answer(ctx, terms, Map.of("rtmToken", token.text()));
    }

    private void rtcAndRtm(Context ctx, PathSegments segments, String rtmuid) {
        Terms terms = OldErrors.RTC_AND_RTM.reading(() -> Terms.of(ctx));
        RtmUserId rtmUser = OldErrors.RTC_AND_RTM.reading(() -> rtmUser(rtmuid));
        Rtc rtc = OldErrors.RTC.making(() -> rtc(segments));
        Role role = Role.named(segments.get(1));
        List<IssuedToken> issued = OldErrors.RTC_AND_RTM.making(() -> tokens.issueAll(
                ctx, List.of(terms.request(List.of(rtc)), signaling(ctx, terms, rtmUser, rtc.channel(), role))));
        Map<String, String> both = new LinkedHashMap<>();
        both.put("rtcToken", issued.get(0).text());
        both.put("rtmToken", issued.get(1).text());
        answer(ctx, terms, both);
    }

    /** Where the uid stands for the RTM user, any number of zeros means that there is none. */
    private static RtmUserId rtmUser(String rtmuid) {
        if (OldParameters.isZero(rtmuid)) {
            throw new InvalidValueException(
                    "rtmuid",
                    "it is missing, and Signaling has no \"any user\"",
                    "name the Signaling user in one more segment behind the uid");
        }
        return RtmUserId.of(rtmuid);
    }

    private TokenRequest signaling(Context ctx, Terms terms, RtmUserId user, Channel channel, Role role) {
        TokenRequest login = terms.request(List.of(Rtm.login(user)));
        // Format 006 holds one service, so there was no right to a stream channel beside the login.
        return tokens.formatOf(ctx, login) == TokenFormat.V006
                ? login
                : terms.request(Recipes.streamChannel(user, channel, role == Role.PUBLISHER));
    }

    private void chat(Context ctx, Optional<String> chatid) {
        Terms terms = OldErrors.CHAT.reading(() -> Terms.of(ctx));
        Chat chat = OldErrors.CHAT.reading(
                () -> chatid.map(ChatUserId::of).map(Chat::user).orElseGet(Chat::app));
        IssuedToken token = OldErrors.CHAT.making(() -> tokens.issue(ctx, terms.request(List.of(chat))));
        answer(ctx, terms, Map.of("chatToken", token.text()));
    }

    private static void answer(Context ctx, Terms terms, Map<String, String> tokensByKey) {
        terms.lifetime().addHeader(ctx);
        Answers.json(ctx, tokensByKey);
    }

    /** What the query says. */
    private record Terms(CappedLifetime lifetime, Optional<TokenFormat> format) {
        static Terms of(Context ctx) {
            return new Terms(
                    OldParameters.lifetime(parameter(ctx, "expiry")),
                    Optional.ofNullable(parameter(ctx, "format")).map(TokenFormat::named));
        }

        private static String parameter(Context ctx, String name) {
            try {
                return ctx.req().getParameter(name);
            } catch (HttpException.RuntimeException e) {
                throw new InvalidValueException(
                        name, "the query cannot be decoded", "percent-encode what is in it, in UTF-8");
            }
        }

        TokenRequest request(List<? extends Service> services) {
            return new TokenRequest(Optional.empty(), format, lifetime.lifetime(), List.copyOf(services));
        }
    }
}
