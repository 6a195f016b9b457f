package dev.agoratoken.http.v1;

import dev.agoratoken.http.request.Answers;
import dev.agoratoken.http.request.Bodies;
import dev.agoratoken.http.request.Exchange;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.wire.IssuedTokenDocument;
import dev.agoratoken.wire.TokenRequestDocument;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code POST /v1/tokens}: any token there is. */
public record TokensRoute(Tokens tokens) implements Route {
    private static final String PATH = "/v1/tokens";
    private static final int CREATED = 201;

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, this::answer);
    }

    private void answer(Context ctx) {
        Exchange exchange = Exchange.of(ctx);
        exchange.routedTo(PATH);
        Caller caller = exchange.caller(ctx);
        TokenRequest request = TokenRequestDocument.read(
                Bodies.readJson(ctx), exchange.issuer().omittedUsers(caller));
        IssuedToken issued = tokens.issue(ctx, request);
        ctx.status(CREATED);
        Answers.json(ctx, IssuedTokenDocument.from(issued));
    }
}
