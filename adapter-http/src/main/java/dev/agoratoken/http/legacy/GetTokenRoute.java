package dev.agoratoken.http.legacy;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.error.ExceptionHandlers;
import dev.agoratoken.http.json.JsonCodec;
import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.TokenIssuance;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.TokenException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** {@code POST /getToken}, and the same route under other names. Errors are plain text. */
public final class GetTokenRoute implements Route {
    private final TokenIssuance tokenIssuance;
    private final List<String> paths;

    /** Creates the route under its name in {@code agora-token-service} and in Agora's own backend. */
    public GetTokenRoute(TokenIssuance tokenIssuance) {
        this(tokenIssuance, List.of("/getToken", "/token/getNew"));
    }

    GetTokenRoute(TokenIssuance tokenIssuance, List<String> paths) {
        this.tokenIssuance = tokenIssuance;
        this.paths = paths;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        paths.forEach(path -> routes.post(path, ctx -> answer(ctx, path)));
    }

    @Override
    public List<String> patterns() {
        return paths;
    }

    private void answer(Context ctx, String path) {
        RequestContext.of(ctx).setRoute(path);
        try {
            GetTokenRequest request = GetTokenRequest.of(JsonCodec.parse(RequestBodies.read(ctx)));
            IssuedToken token = tokenIssuance.issue(ctx, request.request());
            request.lifetime().addHeader(ctx);
            Responses.json(ctx, Map.of("token", token.text()));
        } catch (TokenException e) {
            ExceptionHandlers.addHeaders(e, ctx);
            RequestContext.of(ctx).setErrorCode(e.code());
            ctx.status(ErrorCode.of(e).legacyStatus());
            Responses.text(ctx, e.getMessage() + "\n");
        }
    }
}
