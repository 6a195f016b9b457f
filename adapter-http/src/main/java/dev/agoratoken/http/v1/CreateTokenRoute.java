package dev.agoratoken.http.v1;

import dev.agoratoken.document.IssuedTokenDocument;
import dev.agoratoken.document.TokenRequestDocument;
import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.caller.Caller;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code POST /v1/tokens}: creates a token for any services. */
public final class CreateTokenRoute implements Route {
    private static final String PATH = "/v1/tokens";
    private static final int CREATED = 201;

    private final TokenIssuance tokenIssuance;

    public CreateTokenRoute(TokenIssuance tokenIssuance) {
        this.tokenIssuance = tokenIssuance;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, this::answer);
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    private void answer(Context ctx) {
        RequestContext requestContext = RequestContext.of(ctx);
        requestContext.setRoute(PATH);
        Caller caller = requestContext.caller(ctx);
        TokenRequest request = TokenRequestDocument.read(
                RequestBodies.readJson(ctx), requestContext.issuer().omittedUsers(caller));
        IssuedToken issued = tokenIssuance.issue(ctx, request);
        ctx.status(CREATED);
        Responses.json(ctx, IssuedTokenDocument.from(issued));
    }
}
