package dev.agoratoken.process;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page of another origin that loads Agora's Web SDKs. Requests beyond this machine are noted and aborted. */
final class AppPage {
    private static final double TIMEOUT_MILLIS = 10_000;
    private static final String LOOPBACK = "127.0.0.1";

    private final Page page;
    private final List<Request> toAgora = new ArrayList<>();

    private AppPage(Page page) {
        this.page = page;
    }

    /** Serves the page and the SDKs on the loopback address. */
    static HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), 0), 0);
        try (InputStream html = AppPage.class.getResourceAsStream("/sdk/page.html")) {
            respond(server, "/page.html", "text/html", html.readAllBytes());
        }
        for (AgoraSdk sdk : AgoraSdk.values()) {
            respond(server, "/" + sdk.script(), "text/javascript", Files.readAllBytes(sdk.file()));
        }
        server.start();
        return server;
    }

    private static void respond(HttpServer server, String path, String type, byte[] body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", type);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static String origin(HttpServer server) {
        return "http://" + LOOPBACK + ":" + server.getAddress().getPort();
    }

    static AppPage open(BrowserContext context, String origin) {
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        AppPage opened = new AppPage(context.newPage());
        context.route(AppPage::isElsewhere, opened::abort);
        opened.page.navigate(origin + "/page.html");
        return opened;
    }

    private static boolean isElsewhere(String url) {
        return !LOOPBACK.equals(URI.create(url).getHost()) && !url.startsWith("blob:") && !url.startsWith("data:");
    }

    private void abort(Route route) {
        toAgora.add(route.request());
        route.abort();
    }

    /** The token in the response of a token server, as an app finds it there; null if it is not there. */
    String fetchToken(String url, String method, String body, String field) {
        return (String) page.evaluate(
                "request => app.fetchToken(request)",
                Map.of("url", url, "method", method, "body", body == null ? "" : body, "field", field));
    }

    /** Calls the SDK, and returns the code of its error. */
    String codeOf(String call, Map<String, Object> parameters) {
        start(call, parameters);
        return outcome();
    }

    /** Calls the SDK until it asks Agora to admit this token, and returns what it sends. */
    String requestToAgora(String call, Map<String, Object> parameters, String token) {
        Request request = page.waitForRequest(
                sent -> sends(sent, "\"key\":\"" + token + "\""),
                new Page.WaitForRequestOptions().setTimeout(TIMEOUT_MILLIS),
                () -> start(call, parameters));
        return request.postData();
    }

    private static boolean sends(Request request, String text) {
        return isElsewhere(request.url())
                && request.postData() != null
                && request.postData().contains(text);
    }

    private void start(String call, Map<String, Object> parameters) {
        page.evaluate("([call, parameters]) => { app[call](parameters); }", List.of(call, parameters));
    }

    /** Ends the call that is waiting for Agora, and returns the code of its error. */
    String leave() {
        page.evaluate("() => { app.leave(); }");
        return outcome();
    }

    private String outcome() {
        return (String) page.evaluate("() => app.outcome");
    }

    /** Forgets what was requested. */
    void reset() {
        toAgora.clear();
    }

    /** Whether an SDK has asked Agora to admit anybody since the last reset. */
    boolean hasAskedAgora() {
        return toAgora.stream().anyMatch(request -> sends(request, "\"key\":"));
    }
}
