package dev.agoratoken.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.document.InspectionDocument;
import dev.agoratoken.document.VerificationDocument;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server with projects shows of a token: never one of its certificates. */
class ConfiguredInspectionTest {
    private final Verifier verifier =
            new Verifier(Projects.of(List.of(TokenRecipe.PROJECT)), InstantSource.fixed(TokenRecipe.AT));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "007 app=CERT cert=appid rtc:room1,7",
                "007 app=UPPERCERT cert=appid rtm:alice",
                "007 app=SECOND rtc:room1,7",
                "006 app=CERT cert=appid names:room1,7 p:1"
            })
    void hidesACertificateInPlaceOfTheAppId(String recipe) {
        InspectionDocument document = InspectionDocument.from(verifier.inspect(TokenRecipe.token(recipe)));

        assertThat(document.appId()).isEqualTo("(a certificate)");
        assertThat(document.findings().get(0).code()).isEqualTo("certificate_as_app_id");
        assertThat(content(document)).doesNotContainIgnoringCase(TokenRecipe.CERTIFICATE);
    }

    @Test
    void showsWhatElseIsWrongWithSuchAToken() {
        String token = TokenRecipe.token("006 app=CERT cert=appid names:room1,7 p:1");

        assertThat(verifier.inspect(token + "QQ==").findings())
                .extracting(finding -> finding.severity() + " " + finding.code())
                .containsExactly("ERROR TRAILING_DATA", "ERROR CERTIFICATE_AS_APP_ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"007 rtc:CERT,7", "007 rtm:CERT", "007 rtc:room1,SECOND"})
    void hidesACertificateInPlaceOfAName(String recipe) {
        InspectionDocument document = InspectionDocument.from(verifier.inspect(TokenRecipe.token(recipe)));

        assertThat(document.appId()).isEqualTo(TokenRecipe.APP_ID);
        assertThat(content(document))
                .doesNotContainIgnoringCase(TokenRecipe.CERTIFICATE)
                .doesNotContainIgnoringCase(TokenRecipe.SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"007 app=CERT cert=appid rtc:room1,7", "006 app=CERT cert=appid names:room1,7 p:1"})
    void hidesACertificateInTheBeginningOfAToken(String recipe) {
        String token = TokenRecipe.token(recipe);

        assertHidden(token.substring(0, token.length() - 12));
    }

    @Test
    void showsTheBeginningOfATokenWithoutACertificate() {
        String token = TokenRecipe.token("007 rtc:room1,7");
        String cut = token.substring(0, token.length() - 6);

        assertThat(verifier.inspect(cut)).isEqualTo(Inspection.of(cut));
        assertThat(((Inspection.Unreadable) verifier.inspect(cut)).beginning()).isPresent();
    }

    @Test
    void hidesACertificateInANameOfTheBeginningOfAToken() {
        String token = TokenRecipe.token("007 rtc:room1,CERT");

        assertHidden(token.substring(0, token.length() - 4));
    }

    @Test
    void hidesEveryCertificateOfAName() {
        String twice = TokenRecipe.CERTIFICATE + "-" + TokenRecipe.CERTIFICATE + "-a";
        String token = DiagnosisFixture.token(DiagnosisFixture.rtc(twice, "7"));

        assertHidden(token);
        assertThat(content(InspectionDocument.from(verifier.inspect(token))))
                .contains("(a certificate)-(a certificate)-a");
    }

    @Test
    void hidesACertificateInFindings() {
        String token = TokenRecipe.token("006 app=CERT cert=appid names:room1,7 p:1");

        assertHidden("006" + TokenRecipe.CERTIFICATE + "\n" + token.substring(3 + 32));
    }

    @Test
    void hidesACertificateInPermissions() {
        PermissionEntry entry = new PermissionEntry(0, 0, List.of(TokenRecipe.CERTIFICATE, "class-*"));
        String token =
                DiagnosisFixture.token(DiagnosisFixture.rtm2("alice", DiagnosisFixture.privileges(600, 1), entry));

        assertHidden(token);
        assertThat(content(InspectionDocument.from(verifier.inspect(token)))).contains("class-*");
    }

    private void assertHidden(String text) {
        assertThat(content(InspectionDocument.from(Inspection.of(text)))).containsIgnoringCase(TokenRecipe.CERTIFICATE);
        assertThat(verifier.inspect(text).findings().toString()).doesNotContainIgnoringCase(TokenRecipe.CERTIFICATE);
        assertThat(content(InspectionDocument.from(verifier.inspect(text))))
                .doesNotContainIgnoringCase(TokenRecipe.CERTIFICATE);
        VerificationDocument verified = VerificationDocument.from(verifier.verify(VerificationRequest.of(text)));
        assertThat(verified.findings() + content(verified.inspection()))
                .doesNotContainIgnoringCase(TokenRecipe.CERTIFICATE);
    }

    /** The content of a document, whose own text redacts it. */
    private static String content(InspectionDocument document) {
        return document.appId() + document.services() + document.unread() + document.beginning() + document.findings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"007 rtc:room1,7", "006 names:room1,7 p:1"})
    void showsAnAppIdAsItIs(String recipe) {
        assertThat(InspectionDocument.from(verifier.inspect(TokenRecipe.token(recipe))))
                .isEqualTo(InspectionDocument.from(Inspection.of(TokenRecipe.token(recipe))));
    }
}
