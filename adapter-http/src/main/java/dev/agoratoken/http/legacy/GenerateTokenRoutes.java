package dev.agoratoken.http.legacy;

import dev.agoratoken.http.legacy.LegacyParameters.CappedLifetime;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.TokenIssuance;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Service;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1/token/generate} and {@code /v2/token/generate}: the service that Agora's API examples call. */
final class GenerateTokenRoutes implements Route {
    private static final String NO_SIGNALING =
            "299 - \"uid 0 is any user, which Signaling does not have; the token has no Signaling service\"";

    private final TokenIssuance tokenIssuance;
    private final AppCredentials appCredentials;
    private final List<FormattedRoute> routes =
            List.of(post("/v1/token/generate", "type", "1"), post("/v2/token/generate", "types", "[1,2]"));

    GenerateTokenRoutes(TokenIssuance tokenIssuance, AppCredentials appCredentials) {
        this.tokenIssuance = tokenIssuance;
        this.appCredentials = appCredentials;
    }

    @Override
    public void addTo(RoutesConfig config) {
        routes.forEach(route -> route.addTo(config));
    }

    @Override
    public List<String> patterns() {
        return routes.stream().flatMap(route -> route.patterns().stream()).toList();
    }

    private FormattedRoute post(String path, String typesField, String typesExample) {
        String example = "{\"channelName\":\"testing\",\"uid\":1234,\"" + typesField + "\":" + typesExample + "}";
        return FormattedRoute.post(
                path,
                AnswerFormat.CODE_AND_MESSAGE,
                ctx -> answer(
                        ctx,
                        BodyFields.read(
                                ctx,
                                example,
                                "channelName",
                                "uid",
                                "expire",
                                typesField,
                                AppCredentials.APP_ID,
                                AppCredentials.APP_CERTIFICATE),
                        typesField));
    }

    private Map<String, Object> answer(Context ctx, BodyFields fields, String typesField) {
        Optional<ProjectName> project = appCredentials.project(ctx, fields);
        CappedLifetime lifetime = fields.lifetime("expire");
        NumberedServices asked = NumberedServices.of(fields, typesField);
        List<Service> services = asked.services();
        IssuedToken token =
                tokenIssuance.issue(ctx, new TokenRequest(project, format(services), lifetime.lifetime(), services));
        lifetime.addHeader(ctx);
        if (asked.leavesOutSignaling()) {
            ctx.res().addHeader("Warning", NO_SIGNALING);
        }
        return AnswerFormat.success(Map.of("token", token.text()));
    }

    /** Format 006 cannot hold several services, whatever the server's default is. */
    private static Optional<TokenFormat> format(List<Service> services) {
        return services.size() > 1 ? Optional.of(TokenFormat.V007) : Optional.empty();
    }
}
