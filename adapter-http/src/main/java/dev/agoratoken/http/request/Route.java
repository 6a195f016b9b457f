package dev.agoratoken.http.request;

import io.javalin.config.RoutesConfig;
import java.util.List;

/** A route or a group of routes. */
public interface Route {
    /** No route. */
    Route NONE = routes -> {};

    /** The patterns that a message about an unknown path may suggest. */
    default List<String> patterns() {
        return List.of();
    }

    /** Registers the route. */
    void addTo(RoutesConfig routes);
}
