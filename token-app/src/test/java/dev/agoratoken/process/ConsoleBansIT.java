package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Bans in the console of a server on loopback, where everyone may ban. */
class ConsoleBansIT extends ConsoleInBrowser {
    @Test
    void makesListsAndLiftsABan() {
        try (ConsolePage page = open()) {
            page.at("#tab-ban").click();
            page.at("#ban-channel").fill("testing");
            page.at("#ban-uid").fill("1234");
            page.at("#ban-for").fill("1h");
            page.at("#ban-reason").fill("<b>spam</b>");
            page.at("#ban-button").click();
            page.at("#bans .facts").waitFor();

            assertThat(page.text("#bans")).contains("testing", "1234", "<b>spam</b>", "not_configured");
            assertThat(page.accessibilityFindings()).isEmpty();

            page.at("#tab-make").click();
            page.at("#make-button").click();
            page.at("#make-problem b").waitFor();

            assertThat(page.text("#make-problem")).contains("Banned", "banned until");

            page.at("#tab-ban").click();
            page.at("#bans .facts ~ .buttons button").click();
            page.at("#bans:not(:has(.facts))").waitFor();

            assertThat(page.text("#bans")).isEqualTo("No bans.");
            page.at("#tab-make").click();
            assertThat(page.make()).startsWith("007");
        }
    }

    @Test
    void marksWhatIsInvalid() {
        try (ConsolePage page = open()) {
            page.at("#tab-ban").click();
            page.at("#ban-uid").fill("0");
            page.at("#ban-for").fill("5");
            page.at("#ban-button").click();
            page.at("#ban-problem b").waitFor();

            assertThat(page.text("#ban-uid-error")).contains("0 stands for any user");
            assertThat(page.text("#ban-for-error")).contains("5 is out of range");
        }
    }
}
