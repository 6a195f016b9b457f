package dev.agoratoken.app.projects;

import static dev.agoratoken.app.ConfigFixture.APP_ID;
import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.OTHER_APP_ID;
import static dev.agoratoken.app.ConfigFixture.OTHER_CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.THIRD_CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingsLoader;
import dev.agoratoken.app.settings.ConfigReader;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectConfigReaderTest {
    private static final Map<String, String> COMPLETE = Map.of("APP_ID", APP_ID, "APP_CERTIFICATE", CERTIFICATE);

    @TempDir
    private Path folder;

    @Test
    void takesTheProjectOfTheEnvironment() {
        ConfiguredProjects projects = read(COMPLETE);

        assertThat(projects.defaultProject()).isEqualTo(ProjectName.DEFAULT);
        assertThat(projects.byName()).hasSize(1);
        assertThat(projects.find(ProjectName.DEFAULT)).contains(Project.of(APP_ID, CERTIFICATE));
        assertThat(projects.find(ProjectName.of("school"))).isEmpty();
    }

    @Test
    void knowsTheNamesOfAgorasOwnTools() {
        assertThat(meant(Map.of("AGORA_APP_ID", APP_ID, "AGORA_APP_CERTIFICATE", CERTIFICATE)))
                .isEqualTo(Project.of(APP_ID, CERTIFICATE));
        assertThat(meant(Map.of(
                        "AGORA_APP_ID",
                        OTHER_APP_ID,
                        "APP_ID",
                        APP_ID,
                        "AGORA_APP_CERTIFICATE",
                        OTHER_CERTIFICATE,
                        "APP_CERTIFICATE",
                        CERTIFICATE)))
                .isEqualTo(Project.of(APP_ID, CERTIFICATE));
    }

    @Test
    void knowsTheNamesOfAgorasQuickstarts() {
        write(folder, ".env.local", "NEXT_PUBLIC_AGORA_APP_ID=" + APP_ID, "NEXT_AGORA_APP_CERTIFICATE=" + CERTIFICATE);
        write(folder, ".env", "APP_ID=" + OTHER_APP_ID, "APP_CERTIFICATE=" + OTHER_CERTIFICATE);

        assertThat(meant(Map.of())).isEqualTo(Project.of(APP_ID, CERTIFICATE));
        assertThat(meant(Map.of("AGORA_APP_ID", OTHER_APP_ID, "AGORA_APP_CERTIFICATE", THIRD_CERTIFICATE)))
                .isEqualTo(Project.of(OTHER_APP_ID, THIRD_CERTIFICATE));
    }

    @ParameterizedTest
    @CsvSource({
        "APP_CERTIFICATE,APP_CERTIFICATE (environment)",
        "APP_CERTIFICATE_SECONDARY,APP_CERTIFICATE_SECONDARY (environment)"
    })
    void rejectsAnAppIdThatIsACertificate(String name, String field) {
        Map<String, String> variables = new TreeMap<>(COMPLETE);
        variables.put(name, APP_ID.toLowerCase(Locale.ROOT));

        assertThat(assertInvalid(field, name, () -> read(variables)))
                .doesNotContainIgnoringCase(APP_ID)
                .doesNotContain(CERTIFICATE);
    }

    @Test
    void rejectsAnAppIdThatIsACertificateOfAnotherProject() {
        write(
                folder,
                "agora-token.yaml",
                "tokens: {project: school}",
                "projects:",
                "  school: {app-id: " + APP_ID + ", certificates: [" + CERTIFICATE + "]}",
                "  clinic: {app-id: " + CERTIFICATE + ", certificates: [" + OTHER_CERTIFICATE + "]}");

        assertThat(assertInvalid("agora-token.yaml line 3", "another project", () -> read(Map.of())))
                .contains("agora-token.yaml line 4")
                .doesNotContain(CERTIFICATE);
    }

    @Test
    void rejectsAFileWithTheAppIdAsCertificate() {
        write(folder, "first.txt", APP_ID);

        assertInvalid(
                "APP_CERTIFICATE_FILE (environment)",
                "a file with the App ID",
                () -> read(Map.of("APP_ID", APP_ID, "APP_CERTIFICATE_FILE", "first.txt")));
    }

    @Test
    void readsCertificatesFromFiles() {
        write(folder, "first.txt", CERTIFICATE, "");
        write(folder, "second.txt", "  " + OTHER_CERTIFICATE + "\r", "");

        Project project = meant(Map.of(
                "APP_ID",
                APP_ID,
                "APP_CERTIFICATE_FILE",
                "first.txt",
                "APP_CERTIFICATE_SECONDARY_FILE",
                folder.resolve("second.txt").toAbsolutePath().toString()));

        assertThat(project.certificates())
                .containsExactly(AppCertificate.of(CERTIFICATE), AppCertificate.of(OTHER_CERTIFICATE));
    }

    @Test
    void prefersACertificateToItsFileInOneSourceAndAnEarlierSourceToBoth() {
        write(folder, "first.txt", OTHER_CERTIFICATE);
        write(folder, ".env", "APP_CERTIFICATE=" + THIRD_CERTIFICATE);

        assertThat(meant(Map.of("APP_ID", APP_ID, "APP_CERTIFICATE", CERTIFICATE, "APP_CERTIFICATE_FILE", "first.txt"))
                        .signingCertificate())
                .isEqualTo(AppCertificate.of(CERTIFICATE));
        assertThat(meant(Map.of("APP_ID", APP_ID, "APP_CERTIFICATE_FILE", "first.txt"))
                        .signingCertificate())
                .isEqualTo(AppCertificate.of(OTHER_CERTIFICATE));
    }

    @Test
    void takesTheCertificateOfTheCommandLineFromStandardInput() {
        ResolvedSettings resolvedSettings = new SettingsLoader(
                        ConfigFixture.environment(folder, COMPLETE, OTHER_CERTIFICATE + "\n"))
                .load(new ConfigOverrides(Optional.of(OTHER_APP_ID), Optional.of("-"), Optional.empty()));

        ConfiguredProjects projects = new ProjectConfigReader(resolvedSettings).read();

        assertThat(projects.find(projects.defaultProject())).contains(Project.of(OTHER_APP_ID, OTHER_CERTIFICATE));
    }

    @Test
    void readsAnyNumberOfProjectsFromTheFile() {
        write(folder, "school.cert", CERTIFICATE);
        write(
                folder,
                "agora-token.yaml",
                "tokens:",
                "  project: school",
                "projects:",
                "  school:",
                "    app-id: " + APP_ID,
                "    certificates:",
                "      - file: school.cert",
                "      - " + THIRD_CERTIFICATE,
                "  clinic:",
                "    app-id: \"" + OTHER_APP_ID + "\"",
                "    certificates: " + OTHER_CERTIFICATE);

        ConfiguredProjects projects = read(Map.of());

        assertThat(projects.defaultProject()).isEqualTo(ProjectName.of("school"));
        assertThat(projects.byName().values())
                .containsExactly(
                        new Project(
                                ProjectName.of("school"),
                                AppId.of(APP_ID),
                                List.of(AppCertificate.of(CERTIFICATE), AppCertificate.of(THIRD_CERTIFICATE))),
                        new Project(
                                ProjectName.of("clinic"),
                                AppId.of(OTHER_APP_ID),
                                List.of(AppCertificate.of(OTHER_CERTIFICATE))));
    }

    @Test
    void takesTheOnlyProjectWhateverItIsCalled() {
        writeSchool();

        assertThat(read(Map.of()).defaultProject()).isEqualTo(ProjectName.of("school"));
    }

    @Test
    void letsTheEnvironmentReplaceTheProjectThatIsMeant() {
        writeSchool();

        assertThat(read(Map.of("APP_CERTIFICATE", OTHER_CERTIFICATE)).byName().values())
                .containsExactly(new Project(
                        ProjectName.of("school"), AppId.of(APP_ID), List.of(AppCertificate.of(OTHER_CERTIFICATE))));
        assertThat(read(Map.of("APP_ID", OTHER_APP_ID, "APP_CERTIFICATE", OTHER_CERTIFICATE))
                        .byName()
                        .values())
                .containsExactly(new Project(
                        ProjectName.of("school"),
                        AppId.of(OTHER_APP_ID),
                        List.of(AppCertificate.of(OTHER_CERTIFICATE))));
    }

    @Test
    void neverSignsForOneAppIdWithTheCertificateOfAnother() {
        writeSchool();

        assertThat(read(Map.of("APP_ID", APP_ID)).byName().values())
                .singleElement()
                .extracting(Project::signingCertificate)
                .isEqualTo(AppCertificate.of(CERTIFICATE));
        assertRefused(Map.of("APP_ID", OTHER_APP_ID), "APP_CERTIFICATE");
    }

    @Test
    void saysWhatIsMissing() {
        assertRefused(Map.of(), "APP_ID");
        assertRefused(Map.of("APP_CERTIFICATE", CERTIFICATE), "APP_ID");
        assertRefused(Map.of("APP_ID", APP_ID, "APP_CERTIFICATE_SECONDARY", CERTIFICATE), "APP_CERTIFICATE");
    }

    @ParameterizedTest
    @CsvSource({
        "APP_CERTIFCATE, APP_ID, APP_CERTIFICATE",
        "AGORA_APP_CERT, APP_ID, APP_CERTIFICATE",
        "NEXT_PUBLIC_AGORA_APP_CERTIFICATE, APP_ID, APP_CERTIFICATE",
        "AGORA_APPID, APP_CERTIFICATE, APP_ID",
        "VITE_AGORA_APP_ID, APP_CERTIFICATE, APP_ID"
    })
    void namesTheMistypedVariableWhereTheRightOneIsMissing(String mistyped, String other, String field) {
        write(folder, ".env.local", mistyped + "=" + CERTIFICATE);

        assertThatThrownBy(() -> read(Map.of(other, COMPLETE.get(other))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(field + ": not set, and " + mistyped + " in .env.local has no effect; ")
                .hasMessageNotContaining(CERTIFICATE);
    }

    @Test
    void asksWhichProjectIsMeantIfThereAreSeveral() {
        String[] two = {
            "projects:",
            "  school: {app-id: " + APP_ID + ", certificates: [" + CERTIFICATE + "]}",
            "  clinic: {app-id: " + OTHER_APP_ID + ", certificates: [" + OTHER_CERTIFICATE + "]}"
        };
        write(folder, "agora-token.yaml", two);
        assertRefused(Map.of(), "tokens.project");

        write(folder, "agora-token.yaml", "tokens: {project: scholl}\n" + String.join("\n", two));
        assertRefused(Map.of(), "tokens.project (agora-token.yaml line 1)");
    }

    @Test
    void needsNoDefaultWhereACommandNamesTheProject() {
        write(
                folder,
                "agora-token.yaml",
                "projects:",
                "  school: {app-id: " + APP_ID + ", certificates: [" + CERTIFICATE + "]}",
                "  clinic: {app-id: " + OTHER_APP_ID + ", certificates: [" + OTHER_CERTIFICATE + "]}");
        ConfigReader config = ConfigFixture.config(folder, Map.of());

        assertThat(config.projectsToChooseFrom().byName()).hasSize(2);
        assertThat(config.anyProjects().all()).hasSize(2);
    }

    @Test
    void neverSignsForAnAppIdWithTheCertificateOfAnotherOutsideTheFile() {
        write(folder, ".env", "APP_ID=" + OTHER_APP_ID, "APP_CERTIFICATE=" + OTHER_CERTIFICATE);

        assertRefused(Map.of("APP_ID", APP_ID), "APP_ID (environment)");
        assertThat(meant(Map.of("APP_ID", OTHER_APP_ID))).isEqualTo(Project.of(OTHER_APP_ID, OTHER_CERTIFICATE));
        assertThat(meant(COMPLETE)).isEqualTo(Project.of(APP_ID, CERTIFICATE));
        assertThat(meant(Map.of("APP_CERTIFICATE", CERTIFICATE))).isEqualTo(Project.of(OTHER_APP_ID, CERTIFICATE));
    }

    @Test
    void neverSignsForAnAppIdOfTheCommandLineWithTheConfiguredCertificate() {
        ResolvedSettings resolvedSettings = ConfigFixture.settings(
                folder, COMPLETE, new ConfigOverrides(Optional.of(OTHER_APP_ID), Optional.empty(), Optional.empty()));

        assertInvalid(
                "APP_ID (command line)",
                "--app-id of another project",
                () -> new ProjectConfigReader(resolvedSettings).readToChooseFrom());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                   | projects.school (agora-token.yaml line 2)",
                "{app-id: APP_ID}                     | projects.school (agora-token.yaml line 2)",
                "{app-id: APP_ID, certificates: []}   | projects.school.certificates (agora-token.yaml line 2)",
                "{app-id: APP_ID, certificates: [{}]} | projects.school.certificates[0] (agora-token.yaml line 2)",
                "{app-id: APP_ID, certificates: {file: none.txt}} | projects.school.certificates.file (agora-token.yaml line 2)",
                "{app-id: abc, certificates: []}      | projects.school.app-id (agora-token.yaml line 2)",
                "{appid: APP_ID}                      | projects.school.appid (agora-token.yaml line 2)",
                "nothing                              | projects.school (agora-token.yaml line 2)"
            })
    void namesThePlaceOfABadProject(String school, String field) {
        write(folder, "agora-token.yaml", "projects:", "  school: " + school.replace("APP_ID", APP_ID));

        assertInvalid(field, school, () -> read(Map.of()));
    }

    @Test
    void refusesNamesThatNoProjectCanHave() {
        write(folder, "agora-token.yaml", "projects:", "  'a b': {}");

        assertInvalid("projects (agora-token.yaml line 2)", "name", () -> read(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "5CFd2fd1755d40ecb72977518be15d3",
        "5CFd2fd1755d40ecb72977518be15d3b0",
        "zzzd2fd1755d40ecb72977518be15d3b"
    })
    void namesABadCertificateWithoutShowingIt(String certificate) {
        assertHidden(Map.of("APP_ID", APP_ID, "APP_CERTIFICATE", certificate), "APP_CERTIFICATE (environment): ");
        write(folder, "bad.txt", certificate);
        assertHidden(
                Map.of("APP_ID", APP_ID, "APP_CERTIFICATE_FILE", "bad.txt"), "APP_CERTIFICATE_FILE (environment): ");
        write(
                folder,
                "agora-token.yaml",
                "projects:",
                "  school:",
                "    app-id: " + APP_ID,
                "    certificates:",
                "      - " + certificate);
        assertHidden(Map.of(), "projects.school.certificates[0] (agora-token.yaml line 5): ");
    }

    private void assertHidden(Map<String, String> variables, String beginning) {
        assertThatThrownBy(() -> read(variables))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(beginning)
                .hasMessageContaining("32 hexadecimal characters")
                .message()
                .doesNotContain("755d40ecb7");
    }

    private void writeSchool() {
        write(
                folder,
                "agora-token.yaml",
                "projects:",
                "  school:",
                "    app-id: " + APP_ID,
                "    certificates: " + CERTIFICATE);
    }

    private void assertRefused(Map<String, String> variables, String field) {
        assertInvalid(field, field + " for " + new TreeMap<>(variables).keySet(), () -> read(variables));
    }

    /** To read a token needs no certificate; to make one does. */
    @ParameterizedTest
    @CsvSource({"APP_ID," + APP_ID, "APP_CERTIFICATE," + CERTIFICATE})
    void leavesOutHalfAProjectWhereNoneIsNeeded(String name, String value) {
        Map<String, String> half = Map.of(name, value);

        assertThat(ConfigFixture.config(folder, half).anyProjects().all()).isEmpty();
        assertThatThrownBy(() -> read(half)).isInstanceOf(InvalidValueException.class);
        assertThat(ConfigFixture.config(folder, COMPLETE).anyProjects().all()).hasSize(1);
    }

    private Project meant(Map<String, String> variables) {
        ConfiguredProjects projects = read(variables);
        return projects.find(projects.defaultProject()).orElseThrow();
    }

    private ConfiguredProjects read(Map<String, String> variables) {
        return ConfigFixture.config(folder, variables).projects();
    }

    private String assertInvalid(String field, String testCase, ThrowingCallable call) {
        InvalidValueException failure = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.fieldName()).hasToString(field);
        ApprovedMessages.verify(testCase, failure.getMessage().replace(folder.toString(), "FOLDER"));
        return failure.getMessage();
    }
}
