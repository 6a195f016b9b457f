package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console in a real browser, against the packaged program: making tokens, and the page itself. */
class ConsoleIT extends ConsoleInBrowser {
    @Test
    void makesATokenAndVerifiesIt() {
        try (ConsolePage page = open()) {
            String token = page.make();
            page.at("#verify-made").click();

            assertThat(token).startsWith("007");
            assertThat(page.verdict()).isEqualTo("Accepted");
            assertThat(page.at("#paste").inputValue()).isEqualTo(token);
            assertThat(page.text("#sheet")).contains("testing", "1234", "joinChannel");
        }
    }

    @Test
    void showsWhenTheTokenEnds() {
        try (ConsolePage page = open()) {
            page.at("#expires-in").fill("90s");
            page.make();

            assertThat(page.text("#countdown")).matches("expires in 01:[0-3][0-9] at .* UTC");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtm", "both", "chat-user", "chat-app", "json"})
    void makesTokensOfEveryKind(String kind) {
        try (ConsolePage page = open()) {
            page.choose("kind", kind);
            if (kind.equals("chat-user")) {
                page.at("#user-id").fill("alice");
            }
            page.make();
            page.at("#verify-made").click();

            assertThat(page.verdict()).isEqualTo("Accepted");
        }
    }

    @Test
    void givesEachPrivilegeItsOwnLifetime() {
        try (ConsolePage page = open()) {
            page.choose("role", "single");
            page.at("#has-publishAudioStream").check();
            page.at("#privilege-publishAudioStream").fill("10m");
            page.make();

            assertThat(page.at("#made-sheet .rights td:first-child").allTextContents())
                    .containsExactly("joinChannel", "publishAudioStream");
            assertThat(page.at("#made-sheet .rights .live").last().textContent())
                    .matches("in (10 min|9 min 5[0-9] s)");
        }
    }

    @Test
    void copiesTheToken() {
        NewContextOptions allowed =
                new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write"));
        try (ConsolePage page = open(allowed)) {
            String token = page.make();
            page.at("#copy").click();
            page.page().getByText("Copied").first().waitFor();

            assertThat(page.page().evaluate("navigator.clipboard.readText()")).isEqualTo(token);
        }
    }

    @Test
    void worksWithTheKeyboardAlone() {
        try (ConsolePage page = open()) {
            page.at("#channel").focus();
            page.page().keyboard().press("Control+A");
            page.page().keyboard().type("typed");
            page.page().keyboard().press("Enter");
            page.at("#token").waitFor();
            tabTo(page, "verify-made");
            page.page().keyboard().press("Enter");

            assertThat(page.verdict()).isEqualTo("Accepted");
            assertThat(page.at("#expect-channel").inputValue()).isEqualTo("typed");
        }
    }

    /** Presses the tabulator until it stands there. */
    private static void tabTo(ConsolePage page, String id) {
        for (int presses = 0; presses < 40; presses++) {
            page.page().keyboard().press("Tab");
            if (id.equals(page.focused())) {
                return;
            }
        }
        throw new AssertionError("the tabulator never comes to " + id);
    }

    @Test
    void movesBetweenTabsWithTheArrowKeys() {
        try (ConsolePage page = open()) {
            page.at("#tab-make").focus();
            page.page().keyboard().press("ArrowRight");

            assertThat(page.at("#tab-read").getAttribute("aria-selected")).isEqualTo("true");
            assertThat(page.at("#read").isVisible()).isTrue();
            assertThat(page.at("#make").isVisible()).isFalse();
            assertThat(page.focused()).isEqualTo("tab-read");
        }
    }

    @Test
    void marksEveryInvalidFieldAtOnce() {
        try (ConsolePage page = open()) {
            page.at("#channel").fill("a/b");
            page.at("#user").fill("12x");
            page.at("#expires-in").fill("25h");
            page.choose("role", "single");
            page.at("#privilege-joinChannel").fill("soon");
            page.at("#make-button").click();
            page.at("#channel-error").waitFor();

            assertThat(page.text("#expires-in-error")).contains("86400");
            assertThat(page.text("#user-error")).contains("12x");
            assertThat(page.text("#privilege-joinChannel-error")).contains("soon");
            assertThat(page.text("#make-problem")).contains("4 fields are marked");
            assertThat(page.at("#channel").getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(page.at("#channel").getAttribute("aria-describedby")).contains("channel-error");
            assertThat(page.focused()).isEqualTo("channel");
        }
    }

    @Test
    void namesAProjectThatDoesNotExist() {
        try (ConsolePage page = open()) {
            page.at(".more summary").click();
            page.at("#project").fill("elsewhere");
            page.at("#make-button").click();
            page.at("#project-error").waitFor();

            assertThat(page.text("#project-error")).contains("elsewhere");
            assertThat(page.at("#projects option").count()).isZero();
        }
    }

    @Test
    void suggestsTheProjectsOfEarlierTokensOnly() {
        try (ConsolePage page = open()) {
            assertThat(page.at("#projects option").count()).isZero();
            page.make();

            assertThat(page.at("#projects option").getAttribute("value")).isEqualTo("default");
        }
    }

    @Test
    void showsLocalTimeBesideUtc() {
        try (ConsolePage page = open(new NewContextOptions().setTimezoneId("Asia/Kolkata"))) {
            page.make();

            assertThat(page.text("#countdown")).matches(".* UTC[0-9 -]* ?\\d\\d:\\d\\d:\\d\\d GMT\\+5:30");
            assertThat(page.text("#made-sheet > .facts")).contains(" UTC", "GMT+5:30");
        }
    }

    @Test
    void isLinkedFromTheReference() {
        try (ConsolePage page = open("/reference")) {
            page.at("#to-console").click();
            page.at("#make-button").waitFor();

            assertThat(page.page().url()).isEqualTo(address() + "/");
        }
    }

    @Test
    void loadsNothingFromElsewhere() {
        try (ConsolePage page = open()) {
            page.make();

            assertThat(page.urls()).allMatch(url -> url.startsWith(address()) || url.startsWith("data:"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void hasNoSeriousAccessibilityFinding(ColorScheme scheme) {
        try (ConsolePage page = open(new NewContextOptions().setColorScheme(scheme))) {
            assertThat(page.accessibilityFindings()).isEmpty();
            page.choose("role", "single");
            page.make();
            assertThat(page.accessibilityFindings()).isEmpty();
            page.at("#expires-in").fill("25h");
            page.at("#make-button").click();
            page.at("#expires-in-error").waitFor();
            page.at("#key-open").click();
            assertThat(page.accessibilityFindings()).isEmpty();
            page.at("#tab-read").click();
            assertThat(page.accessibilityFindings()).isEmpty();
            page.at("[data-example=article]").click();
            page.at("#diagnosis").waitFor();
            assertThat(page.accessibilityFindings()).isEmpty();
        }
    }

    @Test
    void fitsIntoANarrowWindow() {
        try (ConsolePage page = open(new NewContextOptions().setViewportSize(360, 740))) {
            page.make();
            assertThat(page.overhang()).isZero();
            page.at("#verify-made").click();
            page.at("#diagnosis").waitFor();
            assertThat(page.overhang()).isZero();
        }
    }

    @Test
    void showsTheResultWithoutScrollingInANarrowWindow() {
        try (ConsolePage page = open(new NewContextOptions().setViewportSize(360, 740))) {
            assertThat(page.isInView("#make-button")).isTrue();
            page.make();
            assertThat(List.of("#token-title", "#token", "#copy", "#countdown")).allMatch(page::isInView);
            page.at("#verify-made").click();
            page.at("#diagnosis").waitFor();
            assertThat(page.isInView("#verdict")).isTrue();
        }
    }
}
