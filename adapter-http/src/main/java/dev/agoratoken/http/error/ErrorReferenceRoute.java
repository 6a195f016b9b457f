package dev.agoratoken.http.error;

import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** {@code GET /errors/{code}}: the explanation that the {@code type} of a problem points to. */
public final class ErrorReferenceRoute implements Route {
    private static final String PATH = "/errors/{code}";

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, ErrorReferenceRoute::answer);
        routes.head(PATH, ErrorReferenceRoute::answer);
    }

    private static void answer(Context ctx) {
        RequestContext.of(ctx).setRoute(PATH);
        ErrorCode code = ErrorCode.fromLabel(ctx.pathParam("code")).orElseThrow(NotFoundResponse::new);
        Responses.json(ctx, new ErrorDescription(code.label(), code.title(), code.status(), code.hint()));
    }

    private record ErrorDescription(String code, String title, int status, String remedy) {}
}
