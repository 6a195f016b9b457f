package dev.agoratoken.http.request;

import io.javalin.config.RoutesConfig;

/** A route or a group of routes. */
public interface Route {
    /** No route. */
    Route NONE = routes -> {};

    /** Registers the route. */
    void addTo(RoutesConfig routes);
}
