package dev.agoratoken.http.error;

import dev.agoratoken.http.request.Answers;
import dev.agoratoken.http.request.Exchange;
import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** {@code GET /errors/{code}}: what the type of a problem points to. */
public final class ErrorRoutes implements Route {
    private static final String PATH = "/errors/{code}";

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, ErrorRoutes::answer);
        routes.head(PATH, ErrorRoutes::answer);
    }

    private static void answer(Context ctx) {
        Exchange.of(ctx).routedTo(PATH);
        ErrorCode code = ErrorCode.named(ctx.pathParam("code")).orElseThrow(NotFoundResponse::new);
        Answers.json(ctx, new Explanation(code.label(), code.title(), code.status(), code.remedy()));
    }

    private record Explanation(String code, String title, int status, String remedy) {}
}
