package dev.agoratoken.http.web;

import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** What every route takes and answers: the document for programs, and a page that shows it to people. */
public final class ReferenceRoutes implements Route {
    private final List<ServedFile> files = List.of(
            ServedFile.read("/openapi.json", "/openapi.json", "application/json"),
            ServedFile.read("/reference", "/reference/index.html", "text/html; charset=utf-8"),
            ServedFile.read("/reference.css", "/reference/reference.css", "text/css; charset=utf-8"),
            ServedFile.read("/reference.js", "/reference/reference.js", "text/javascript; charset=utf-8"));

    @Override
    public void addTo(RoutesConfig routes) {
        files.forEach(file -> file.addTo(routes));
    }
}
