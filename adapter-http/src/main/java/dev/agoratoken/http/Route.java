package dev.agoratoken.http;

import io.javalin.config.RoutesConfig;

/** A route, or a few that belong together. */
interface Route {
    /** No route. */
    Route NONE = routes -> {};

    /** Registers itself. */
    void addTo(RoutesConfig routes);
}
