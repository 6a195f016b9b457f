package dev.agoratoken.http.web;

import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** The console: a page to create, inspect and verify tokens through the API. */
public final class ConsoleRoutes implements Route {
    private static final String DEMO_MARK = "<html ";

    private final List<StaticFile> files;

    /**
     * Reads the files of the console.
     *
     * @param demo whether the page carries the demo banner. The page itself says so, without a request: the operational
     *     routes need not be reachable from where it is open
     */
    public ConsoleRoutes(boolean demo) {
        this.files = List.of(
                StaticFile.read(
                        "/",
                        "/console/index.html",
                        "text/html; charset=utf-8",
                        page -> demo ? page.replaceFirst(DEMO_MARK, DEMO_MARK + "data-demo ") : page),
                StaticFile.read("/console.css", "/console/console.css", "text/css; charset=utf-8"),
                StaticFile.read("/console.js", "/console/console.js", "text/javascript; charset=utf-8"));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        files.forEach(file -> file.addTo(routes));
    }
}
