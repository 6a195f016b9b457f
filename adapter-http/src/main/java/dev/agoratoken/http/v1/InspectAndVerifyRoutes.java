package dev.agoratoken.http.v1;

import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.wire.InspectionDocument;
import dev.agoratoken.wire.VerificationDocument;
import dev.agoratoken.wire.VerificationRequestDocument;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BiFunction;

/**
 * Inspects and verifies tokens. Only for authenticated callers: not everyone may find out whether a certificate signed a
 * text.
 */
public final class InspectAndVerifyRoutes implements Route {
    @Override
    public void addTo(RoutesConfig routes) {
        add(
                routes,
                "/v1/tokens/inspect",
                (requestContext, tree) ->
                        InspectionDocument.from(Inspection.of(VerificationRequestDocument.readToken(tree))));
        add(
                routes,
                "/v1/tokens/verify",
                (requestContext, tree) -> VerificationDocument.from(
                        requestContext.verifier().verify(VerificationRequestDocument.read(tree))));
    }

    private static void add(RoutesConfig routes, String path, BiFunction<RequestContext, Object, Object> answer) {
        routes.post(path, ctx -> answer(ctx, path, answer));
    }

    private static void answer(Context ctx, String path, BiFunction<RequestContext, Object, Object> answer) {
        RequestContext requestContext = RequestContext.of(ctx);
        requestContext.setRoute(path);
        requestContext.caller(ctx);
        Responses.json(ctx, answer.apply(requestContext, RequestBodies.readJson(ctx)));
    }
}
