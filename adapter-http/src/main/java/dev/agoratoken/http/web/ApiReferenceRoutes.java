package dev.agoratoken.http.web;

import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** The OpenAPI document, and the API reference, which displays it. */
public final class ApiReferenceRoutes implements Route {
    private final List<StaticFile> files = List.of(
            StaticFile.read("/openapi.json", "/openapi.json", "application/json"),
            StaticFile.read("/reference", "/reference/index.html", "text/html; charset=utf-8"),
            StaticFile.read("/reference.css", "/reference/reference.css", "text/css; charset=utf-8"),
            StaticFile.read("/reference.js", "/reference/reference.js", "text/javascript; charset=utf-8"));

    @Override
    public void addTo(RoutesConfig routes) {
        files.forEach(file -> file.addTo(routes));
    }
}
