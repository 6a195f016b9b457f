package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The console in a browser. Whatever the browser complains about meanwhile, a violation of the Content-Security-Policy
 * included, fails the test that closes it.
 */
final class ConsolePage implements AutoCloseable {
    private static final double TIMEOUT_MILLIS = 10_000;
    /** What Chromium says to every answer of 4xx, which is no error of the page. */
    private static final String REFUSED = "Failed to load resource: the server responded with a status of 4";

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();

    private ConsolePage(BrowserContext context, Page page) {
        this.context = context;
        this.page = page;
    }

    static ConsolePage open(BrowserContext context, String address) {
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        ConsolePage opened = new ConsolePage(context, context.newPage());
        opened.listen();
        opened.page.navigate(address);
        return opened;
    }

    private void listen() {
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log") && !message.text().startsWith(REFUSED)) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> urls.add(request.url()));
    }

    Page page() {
        return page;
    }

    /** What the browser asked for, from whomever. */
    List<String> urls() {
        return urls;
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    String text(String selector) {
        return at(selector).textContent();
    }

    void choose(String name, String value) {
        at("input[name=" + name + "][value=" + value + "]").check();
    }

    /** The id of what the keyboard writes into. */
    Object focused() {
        return page.evaluate("document.activeElement.id");
    }

    void enterKey(String key) {
        at("#key").fill(key);
        at("#key").press("Enter");
    }

    /** Makes a token from what is filled in. */
    String make() {
        at("#make-button").click();
        at("#token").waitFor();
        return text("#token");
    }

    /** Reads a token, with what is filled in about the attempt. */
    void diagnose(String token) {
        at("#tab-read").click();
        at("#paste").fill(token);
        at("#read-button").click();
        at("#diagnosis").waitFor();
    }

    String verdict() {
        at("#diagnosis").waitFor();
        return text("#verdict-title");
    }

    /** The codes of the findings, in the order of the page. */
    List<String> findings() {
        return at("#findings .head code").allTextContents();
    }

    /** What axe-core finds that is serious or worse. */
    List<?> accessibilityFindings() {
        page.evaluate(axe());
        return (List<?>) page.evaluate("axe.run().then(found => found.violations"
                + ".filter(violation => ['serious', 'critical'].includes(violation.impact))"
                + ".map(violation => violation.id + ' ' + violation.nodes.map(node => node.target).join(' ')))");
    }

    private static String axe() {
        try (InputStream script = ConsolePage.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all of an element is inside the window. */
    boolean isInView(String selector) {
        return (boolean) at(selector)
                .evaluate("element => { const {top, bottom} = element.getBoundingClientRect();"
                        + " return top >= 0 && bottom <= innerHeight; }");
    }

    /** How many pixels it is wider than the window. */
    int overhang() {
        return (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
