package dev.agoratoken.issuing;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {
    private static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
    private static final String CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b";
    private static final AppCertificate FIRST = AppCertificate.of(CERTIFICATE);
    private static final AppCertificate SECOND = AppCertificate.of("f".repeat(32));

    @Test
    void isCalledDefaultWhereItIsTheOnlyOne() {
        Project project = Project.of(APP_ID, CERTIFICATE);

        assertThat(project.name()).isEqualTo(ProjectName.DEFAULT).hasToString("default");
        assertThat(project.appId().value()).isEqualTo(APP_ID);
        assertThat(project.certificates()).containsExactly(FIRST);
    }

    @Test
    void signsWithTheFirstCertificate() {
        assertThat(project(List.of(FIRST, SECOND)).signingCertificate()).isEqualTo(FIRST);
        assertThat(project(List.of(SECOND, FIRST)).signingCertificate()).isEqualTo(SECOND);
    }

    @Test
    void needsACertificate() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> project(List.of()))
                .returns("appCertificate", InvalidValueException::field)
                .satisfies(e -> verify("project without a certificate", e.getMessage()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void isNoProjectIfTheAppIdIsACertificate(int position) {
        List<AppCertificate> certificates = new ArrayList<>(List.of(SECOND));
        certificates.add(position, AppCertificate.of(MintFixture.APP_ID.value().toUpperCase(Locale.ROOT)));

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> project(certificates))
                .returns("appCertificate", InvalidValueException::field)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContainIgnoringCase(MintFixture.APP_ID.value()))
                .satisfies(e -> verify("the App ID as certificate", e.getMessage()));
    }

    @Test
    void neverPrintsItsCertificates() {
        assertThat(Project.of(APP_ID, CERTIFICATE).toString())
                .contains("default", "redacted")
                .doesNotContain(CERTIFICATE);
    }

    @Test
    void keepsACertificateOutOfTheMessageWhenItIsMistyped() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Project.of(APP_ID, CERTIFICATE + " "))
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(CERTIFICATE));
    }

    @Test
    void keepsItsOwnCopyOfTheCertificates() {
        List<AppCertificate> certificates = new ArrayList<>(List.of(FIRST));
        Project project = project(certificates);

        certificates.set(0, SECOND);

        assertThat(project.signingCertificate()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Class-room_2.0", "0123456789012345678901234567890123456789012345678901234567890123"})
    void takesNamesOfPlainCharacters(String name) {
        assertThat(ProjectName.of(name)).hasToString(name);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "a b",
                "a/b",
                "a*",
                "\u00E9",
                "a\n",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void refusesOtherNames(String name) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ProjectName.of(name))
                .returns("project", InvalidValueException::field)
                .satisfies(e -> verify("project " + name, e.getMessage()));
    }

    private static Project project(List<AppCertificate> certificates) {
        return new Project(ProjectName.DEFAULT, MintFixture.APP_ID, certificates);
    }
}
