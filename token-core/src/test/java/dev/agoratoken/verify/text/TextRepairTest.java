package dev.agoratoken.verify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRepairTest {
    private static final String TOKEN =
            "006970CA35de60c44645bbae8a215061b33IACG7pSJtVvKSolo3AmlUj92bV/sdZoSpbHorbpvgVIAvCo6c+SCSr9qEAABAAAAAJQ1dwEAAQAAlDV3";

    @Test
    void readsTextsOfUpTo32768Characters() {
        assertThat(TextRepair.candidates(TOKEN + " ".repeat((1 << 15) - TOKEN.length())))
                .extracting(TextRepair::token)
                .containsExactly(TOKEN);
        assertThat(TextRepair.candidates(TOKEN + " ".repeat((1 << 15) - TOKEN.length() + 1)))
                .isEmpty();
    }

    /** A text may have very many beginnings; years in it are none. */
    @Test
    void looksAt32BeginningsOfATextForATokenThatIsComplete() {
        assertThat(TextRepair.candidates("007,".repeat(31) + "| " + TOKEN))
                .extracting(TextRepair::token)
                .containsExactly(TOKEN);
        assertThat(TextRepair.candidates("007,".repeat(32) + "| " + TOKEN))
                .noneMatch(repair -> repair.token().equals(TOKEN));
        assertThat(TextRepair.candidates("2007,".repeat(40) + "v1/" + TOKEN))
                .extracting(TextRepair::token)
                .containsExactly(TOKEN);
    }

    @Test
    void showsNoTokenInItsText() {
        String text = "token: " + TOKEN;

        assertThat(TextRepair.candidates(text).get(0)).hasToString("TextRepair[115 characters, redacted]");
        assertThat(TextLayers.of(text)).hasToString("TextLayers[[], redacted]");
        assertThat(TokenLocator.findAll(text).get(0).get(0)).hasToString("LocatedToken[7 to 122, redacted]");
    }

    @ParameterizedTest
    @CsvSource({
        "006, lower, 24, true",
        "006, upper, 24, true",
        "007, lower, 24, true",
        "007, lower, 23, false",
        "005, lower, 24, false"
    })
    void knowsATokenWhoseLettersHaveLostTheirCase(String prefix, String onlyCase, int letters, boolean isLost) {
        String digits = (onlyCase.equals("lower") ? "a" : "A").repeat(letters);
        String appId = "aA".repeat(16);

        assertThat(TokenShape.onlyCase(prefix + (prefix.equals("006") ? appId : "") + digits))
                .isEqualTo(isLost ? Optional.of(onlyCase) : Optional.empty());
        assertThat(TokenShape.onlyCase(prefix + (prefix.equals("006") ? appId : "") + digits + "aA"))
                .isEmpty();
    }

    @Test
    void looksForTheCaseOfTextsOfUpTo32768Characters() {
        assertThat(TokenShape.onlyCase("007" + "a".repeat((1 << 15) - 3))).contains("lower");
        assertThat(TokenShape.onlyCase("007" + "a".repeat((1 << 15) - 2))).isEmpty();
    }
}
