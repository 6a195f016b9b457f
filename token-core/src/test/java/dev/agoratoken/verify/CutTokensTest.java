package dev.agoratoken.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.PartialContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What can be read of tokens that were cut. */
class CutTokensTest {
    private static final String TOKEN_006 = TextFixture.text("{T}");
    private static final String TOKEN_007 = TextFixture.text("{S}");

    @Test
    void showsAppIdChecksumsAndExpiryOfFormat006() {
        PartialContent content = beginning(TOKEN_006.substring(0, 106));

        assertThat(content.appId()).isEqualTo(DiagnosisFixture.APP_ID);
        assertThat(content.channelCrc32()).contains(0xe4733a2aL);
        assertThat(content.userCrc32()).contains(0x6abf4a82L);
        assertThat(content.expiresAt()).contains(Instant.parse("2033-05-18T03:33:20Z"));
        assertThat(content.issuedAt()).isEmpty();
    }

    @Test
    void showsOnlyTheAppIdOfFormat006IfTheRestIsMissing() {
        PartialContent content = beginning(TOKEN_006.substring(0, 60));

        assertThat(content.appId()).isEqualTo(DiagnosisFixture.APP_ID);
        assertThat(content.channelCrc32()).isEmpty();
        assertThat(content.expiresAt()).isEmpty();
    }

    @Test
    void showsTimesAndNamesOfFormat007() {
        PartialContent content = beginning(TOKEN_007.substring(0, TOKEN_007.length() - 6));

        assertThat(content.appId()).isEqualTo(DiagnosisFixture.APP_ID);
        assertThat(content.issuedAt()).contains(TextFixture.NOW.minusSeconds(60));
        assertThat(content.expiresAt()).contains(TextFixture.NOW.plusSeconds(3600));
        assertThat(content.services()).singleElement().satisfies(service -> {
            assertThat(service.type()).isEqualTo(ServiceType.RTC);
            assertThat(service.names()).containsEntry(Field.CHANNEL, "room1").containsEntry(Field.USER, "7");
        });
    }

    @Test
    void showsTheAppIdOfFormat007WithoutTheSpacesAroundIt() {
        String spaced = TextFixture.text("{A007}");

        assertThat(beginning(spaced.substring(0, spaced.length() - 6)).appId()).isEqualTo(DiagnosisFixture.APP_ID);
    }

    /** A name that is cut off is absent: an empty one would mean any user. */
    @Test
    void leavesOutWhatIsMissing() {
        for (int length = 3; length < TOKEN_007.length() - 4; length++) {
            Inspection inspection = Inspection.of(TOKEN_007.substring(0, length));

            assertThat(inspection).isInstanceOf(Inspection.Unreadable.class);
            assertThat(inspection.findings()).extracting(Finding::code).containsExactly(FindingCode.TRUNCATED);
            ((Inspection.Unreadable) inspection)
                    .beginning()
                    .ifPresent(content -> content.services()
                            .forEach(service ->
                                    assertThat(service.names().values()).doesNotContain("")));
        }
    }

    @Test
    void showsWhatIsLeftOfATokenThatWasShortenedForDisplay() {
        assertThat(beginning(TOKEN_006.substring(0, 70) + "...").appId()).isEqualTo(DiagnosisFixture.APP_ID);
        assertThat(beginning("token: " + TOKEN_006.substring(0, 100) + "\nuid: 7")
                        .userCrc32())
                .isPresent();
    }

    @Test
    void showsTheLongestOfSeveralCutTokens() {
        String short006 = TOKEN_006.substring(0, 100);
        String long006 = TOKEN_006.substring(0, 106);
        String cut007 = TOKEN_007.substring(0, 103);

        assertThat(beginning(short006 + " | " + cut007).channelCrc32()).isEmpty();
        assertThat(beginning(cut007 + " | " + short006).channelCrc32()).isEmpty();
        assertThat(beginning(cut007 + " | " + long006).channelCrc32()).isPresent();
        assertThat(beginning(cut007 + " | " + long006.substring(0, 103)).channelCrc32())
                .as("the first of two that are equally long")
                .isEmpty();
    }

    private static PartialContent beginning(String text) {
        return ((Inspection.Unreadable) Inspection.of(text)).beginning().orElseThrow();
    }
}
