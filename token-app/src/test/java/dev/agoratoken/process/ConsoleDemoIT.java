package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console of a server with {@code --demo}, whose tokens Agora rejects. */
class ConsoleDemoIT extends ConsoleInBrowser {
    @Override
    String[] options() {
        return new String[] {"--demo", "--port", "0"};
    }

    @Test
    void showsTheBannerWhereverThePageIsScrolledTo() {
        try (ConsolePage page = open(new NewContextOptions().setViewportSize(360, 740))) {
            assertThat(page.isInView(".banner")).isTrue();
            page.make();

            assertThat(page.isInView(".banner")).isTrue();
            assertThat(page.text(".banner")).contains("Agora rejects these tokens");
            assertThat(page.at(".demo-note").isVisible()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void saysOfADemoTokenThatAgoraRejectsIt(ColorScheme scheme) {
        try (ConsolePage page = open(new NewContextOptions().setColorScheme(scheme))) {
            page.make();
            page.at("#verify-made").click();

            assertThat(page.verdict()).isEqualTo("Demo token");
            assertThat(page.at("#verdict").getAttribute("class")).doesNotContain("accepted");
            assertThat(page.findings()).contains("demo_project");
            assertThat(page.accessibilityFindings()).isEmpty();
        }
    }
}
