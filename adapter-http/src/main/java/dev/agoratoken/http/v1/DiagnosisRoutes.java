package dev.agoratoken.http.v1;

import dev.agoratoken.http.request.Answers;
import dev.agoratoken.http.request.Bodies;
import dev.agoratoken.http.request.Exchange;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.wire.InspectionDocument;
import dev.agoratoken.wire.VerificationDocument;
import dev.agoratoken.wire.VerificationRequestDocument;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BiFunction;

/**
 * What is in a token, and why it is refused. Only callers who are known are told: whether a certificate signed something is
 * not for everybody to ask.
 */
public final class DiagnosisRoutes implements Route {
    @Override
    public void addTo(RoutesConfig routes) {
        add(
                routes,
                "/v1/tokens/inspect",
                (exchange, tree) ->
                        InspectionDocument.from(Inspection.of(VerificationRequestDocument.readToken(tree))));
        add(
                routes,
                "/v1/tokens/verify",
                (exchange, tree) ->
                        VerificationDocument.from(exchange.verifier().verify(VerificationRequestDocument.read(tree))));
    }

    private static void add(RoutesConfig routes, String path, BiFunction<Exchange, Object, Object> answer) {
        routes.post(path, ctx -> answer(ctx, path, answer));
    }

    private static void answer(Context ctx, String path, BiFunction<Exchange, Object, Object> answer) {
        Exchange exchange = Exchange.of(ctx);
        exchange.routedTo(path);
        exchange.caller(ctx);
        Answers.json(ctx, answer.apply(exchange, Bodies.readJson(ctx)));
    }
}
