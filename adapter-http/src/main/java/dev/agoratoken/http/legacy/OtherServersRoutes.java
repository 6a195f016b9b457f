package dev.agoratoken.http.legacy;

import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.v1.TokenIssuance;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The routes of other token servers, as Agora's documentation, samples and quickstarts call them
 * (docs/reference/http-contract.md#routes-of-other-token-servers).
 */
public final class OtherServersRoutes implements Route {
    private final List<Route> routes;

    /**
     * Creates the routes.
     *
     * @param random for channels and uids that requests do not name
     */
    public OtherServersRoutes(TokenIssuance tokenIssuance, RandomGenerator random) {
        AppCredentials appCredentials = new AppCredentials();
        routes = List.of(
                new FetchTokenRoutes(tokenIssuance, appCredentials),
                new GetTokenRoute(tokenIssuance, List.of("/fetchToken")),
                new AccessTokenRoute(tokenIssuance),
                new GenerateTokenRoutes(tokenIssuance, appCredentials),
                new QuickstartRoutes(tokenIssuance, random));
    }

    @Override
    public void addTo(RoutesConfig config) {
        routes.forEach(route -> route.addTo(config));
    }

    @Override
    public List<String> patterns() {
        return routes.stream().flatMap(route -> route.patterns().stream()).toList();
    }
}
