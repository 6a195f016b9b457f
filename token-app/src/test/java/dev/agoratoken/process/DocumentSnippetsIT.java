package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.agoratoken.process.Document.Block;
import dev.agoratoken.process.Document.Step;
import dev.agoratoken.process.Program.Outcome;
import dev.agoratoken.process.Program.Server;
import dev.agoratoken.token.service.Rtc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the documents of docs are true: their snippets are run. */
class DocumentSnippetsIT {
    private static final String END_OF_STEP = "=== end of step ===";

    /** A row of the settings table whose last cell begins with a value. */
    private static final Pattern SETTING_WITH_DEFAULT = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|[^|]*\\| `([^`]+)`");

    @TempDir
    private Path folder;

    @Test
    void everyConsoleSessionPrintsWhatTheDocumentShows() {
        assumeTrue(Program.shell(folder).run("command -v curl").exitCode() == 0, "the sessions need curl");
        List<Document> documents = Document.all().stream()
                .filter(document -> !document.steps().isEmpty())
                .toList();
        assertThat(documents)
                .extracting(Document::name)
                .contains("README.md", "docs/server.md", "docs/cli.md", "docs/operations.md", "docs/diagnosis.md");
        try (Server server = Program.launcher(folder).with(Program.PROJECT).serve("--port", "0")) {
            documents.forEach(document -> runSession(document, server));
        }
    }

    /** Runs all steps of a document in one shell, as a reader would. */
    private void runSession(Document document, Server server) {
        List<Step> steps = document.steps();
        StringBuilder script = new StringBuilder("exec 2>&1\n");
        for (Step step : steps) {
            script.append(step.command()
                            .replace("http://localhost:8080", server.address())
                            .replaceAll("\\bcurl ", "curl --silent "))
                    .append("\nprintf '\\n" + END_OF_STEP + "\\n'\n");
        }

        String[] outputs = Program.shell(folder)
                .with(Program.PROJECT)
                .run(script.toString())
                .out()
                .split(END_OF_STEP);

        for (int i = 0; i < steps.size(); i++) {
            assertThat(outputs[i].strip())
                    .as(document + ": " + steps.get(i).command())
                    .matches(steps.get(i).pattern());
        }
    }

    @Test
    void theFirstCommandsStartTheJarThatWasBuilt() {
        List<String> first =
                Document.named("README.md").blocks("sh").get(0).code().lines().toList();

        assertThat(first).hasSize(2);
        assertThat(first.get(0)).startsWith("mvn ").endsWith(" package");
        assertThat(first.get(1)).startsWith("java -jar ").endsWith(" serve --demo");
        assertThat(Path.of(Program.path("agora-token.root"))
                        .resolve(first.get(1).split(" ")[2]))
                .isEqualTo(Path.of(Program.path("agora-token.jar")))
                .exists();
    }

    static List<Block> shellBlocks() {
        return Document.allBlocks("sh");
    }

    @ParameterizedTest
    @MethodSource("shellBlocks")
    void everyShellBlockIsValidShell(Block block) throws IOException {
        Path script = Files.writeString(folder.resolve("script.sh"), block.code());

        Outcome outcome = Program.shell(folder).run("bash -n " + script);

        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    }

    static List<Block> examplesOfEmbedding() {
        return Document.allBlocks("java").stream()
                .filter(block -> block.code().contains("class Embedded "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examplesOfEmbedding")
    void everyExampleOfEmbeddingRunsWithTheCoreAlone(Block example) throws Exception {
        assertThat(runWithTheCoreAlone(example)).matches("007[A-Za-z0-9+/]+=*\n");
    }

    static List<Block> examplesOfVerifying() {
        return Document.allBlocks("java").stream()
                .filter(block -> block.code().contains("class Checked "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examplesOfVerifying")
    void everyExampleOfVerifyingReportsTheMissingPrivilege(Block example) throws Exception {
        assertThat(runWithTheCoreAlone(example)).startsWith("REFUSED\n").contains("publishAudioStream");
    }

    private String runWithTheCoreAlone(Block example) throws Exception {
        Path core = Path.of(
                Rtc.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.writeString(folder.resolve("Example.java"), example.code());

        Outcome outcome = Program.java(folder).run("--class-path", core.toString(), "Example.java");

        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }

    @Test
    void theDependencyIsThisVersion() {
        String version = Program.launcher(folder).run("--version").out().strip().split(" ")[1];

        assertThat(Document.allBlocks("xml"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.code())
                        .contains("<artifactId>token-core</artifactId>", "<version>" + version + "<"));
    }

    static List<Block> requests() {
        return Document.allBlocks("json").stream()
                .filter(block -> block.code().contains("\"services\""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyTokenRequestMakesAToken(Block request) {
        Outcome outcome = Program.launcher(folder).with(Program.PROJECT).runWithInput(request.code(), "issue");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("007");
    }

    static List<Block> configurations() {
        return Document.allBlocks("yaml");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void everyConfigurationIsValid(Block configuration) throws IOException {
        Files.writeString(folder.resolve("agora-token.yaml"), configuration.code());
        Files.writeString(folder.resolve("school-secondary.cert"), Program.CERTIFICATE);
        Files.writeString(folder.resolve("customer-secret.txt"), "customer-secret");

        Map<String, String> project = configuration.code().contains("projects:") ? Map.of() : Program.PROJECT;
        Outcome outcome = Program.launcher(folder).with(project).run("config", "check");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void everyDefaultInTheSettingsTableIsTheOneThatTheProgramUses() {
        Map<String, String> shown = Program.launcher(folder)
                .with(Program.PROJECT)
                .run("config", "show")
                .out()
                .lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1]));

        List<MatchResult> defaults = SETTING_WITH_DEFAULT
                .matcher(Document.named("docs/configuration.md").text())
                .results()
                .toList();

        assertThat(defaults)
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(shown.get(row.group(1)))
                        .as(row.group(1))
                        .isEqualTo(row.group(2).equals("1h") ? "3600s" : row.group(2)));
    }

    @Test
    void theExampleOfADotEnvFileIsValidOnceItIsFilledIn() throws IOException {
        String example = Files.readString(Path.of(Program.path("agora-token.root"), ".env.example"));
        Files.writeString(
                folder.resolve(".env"),
                example.replace("\nAPP_ID=", "\nAPP_ID=" + Program.APP_ID)
                        .replace("\nAPP_CERTIFICATE=", "\nAPP_CERTIFICATE=" + Program.CERTIFICATE)
                        .replace("\n# SERVER", "\nSERVER")
                        .replace("\n# CORS", "\nCORS")
                        .replace("\n# TOKEN", "\nTOKEN"));

        Outcome outcome = Program.launcher(folder).with(Map.of()).run("config", "show");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("SERVER_HOST (.env)", "CORS_ALLOW_ORIGIN (.env)", "TOKEN_EXPIRE (.env)");
    }
}
