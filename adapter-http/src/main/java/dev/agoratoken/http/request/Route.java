package dev.agoratoken.http.request;

import io.javalin.config.RoutesConfig;

/** A route, or a few that belong together. */
public interface Route {
    /** No route. */
    Route NONE = routes -> {};

    /** Registers itself. */
    void addTo(RoutesConfig routes);
}
