package dev.agoratoken.http.legacy;

import dev.agoratoken.http.error.ErrorCode;
import dev.agoratoken.http.error.Failures;
import dev.agoratoken.http.json.Json;
import dev.agoratoken.http.request.Answers;
import dev.agoratoken.http.request.Bodies;
import dev.agoratoken.http.request.Exchange;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.Tokens;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.TokenException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** {@code POST /getToken}, and the same under the name that Agora's own backend had for it. Its errors are plain text. */
public record GetTokenRoute(Tokens tokens) implements Route {
    private static final List<String> PATHS = List.of("/getToken", "/token/getNew");

    @Override
    public void addTo(RoutesConfig routes) {
        PATHS.forEach(path -> routes.post(path, ctx -> answer(ctx, path)));
    }

    private void answer(Context ctx, String path) {
        Exchange.of(ctx).routedTo(path);
        try {
            GetTokenBody body = GetTokenBody.of(Json.value(Bodies.read(ctx)));
            IssuedToken token = tokens.issue(ctx, body.request());
            body.lifetime().addHeader(ctx);
            Answers.json(ctx, Map.of("token", token.text()));
        } catch (TokenException e) {
            Failures.addHeaders(e, ctx);
            Exchange.of(ctx).refusedWith(e.code());
            ctx.status(ErrorCode.of(e).oldStatus());
            Answers.text(ctx, e.getMessage() + "\n");
        }
    }
}
