package dev.agoratoken.http;

import io.javalin.config.RoutesConfig;
import java.util.List;

/** The console: a page on which people make, read and diagnose tokens through the API. */
final class ConsoleRoutes implements Route {
    /** Nothing but the three files themselves: no inline script or style, nothing from elsewhere, in nobody's frame. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final List<ConsoleAsset> assets = List.of(
            ConsoleAsset.read("/", "index.html", "text/html; charset=utf-8"),
            ConsoleAsset.read("/console.css", "console.css", "text/css; charset=utf-8"),
            ConsoleAsset.read("/console.js", "console.js", "text/javascript; charset=utf-8"));

    @Override
    public void addTo(RoutesConfig routes) {
        assets.forEach(asset -> asset.addTo(routes));
    }
}
