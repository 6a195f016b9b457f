package dev.agoratoken.http.v1;

import dev.agoratoken.document.InspectionDocument;
import dev.agoratoken.document.VerificationDocument;
import dev.agoratoken.document.VerificationRequestDocument;
import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Inspects and verifies tokens. Only for authenticated callers: not everyone may find out whether a certificate signed a
 * text.
 */
public final class InspectAndVerifyRoutes implements Route {
    private static final String INSPECT = "/v1/tokens/inspect";
    private static final String VERIFY = "/v1/tokens/verify";

    @Override
    public List<String> patterns() {
        return List.of(INSPECT, VERIFY);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        add(
                routes,
                INSPECT,
                (requestContext, tree) -> InspectionDocument.from(
                        requestContext.verifier().inspect(VerificationRequestDocument.readToken(tree))));
        add(
                routes,
                VERIFY,
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
