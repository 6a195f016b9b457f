package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.agoratoken.process.Program.Outcome;
import dev.agoratoken.process.Program.Server;
import dev.agoratoken.token.service.Rtc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README is true: what it shows is run. */
class ReadmeIT {
    private static final String END_OF_STEP = "=== end of step ===";

    @TempDir
    private Path folder;

    @Test
    void everyConsoleSessionPrintsWhatItShows() {
        assumeTrue(Program.shell(folder).run("command -v curl").exitCode() == 0, "the sessions need curl");
        List<Readme.Step> steps = Readme.steps();
        try (Server server = Program.jar(folder).with(Program.PROJECT).serve("--port", "0")) {
            // One shell for all of them, as a reader would have.
            StringBuilder script = new StringBuilder("exec 2>&1\n");
            for (Readme.Step step : steps) {
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
                        .as(steps.get(i).command())
                        .matches(steps.get(i).pattern());
            }
        }
    }

    @Test
    void theFirstCommandStartsTheJarThatWasBuilt() {
        String first = Readme.blocks("sh").get(0).strip();
        String start = first.substring(first.indexOf("&& ") + 3);

        assertThat(start).startsWith("java -jar ").endsWith(" serve --demo");
        assertThat(Path.of(Program.path("agora-token.root")).resolve(start.split(" ")[2]))
                .isEqualTo(Path.of(Program.path("agora-token.jar")))
                .exists();
    }

    @Test
    void theExampleOfEmbeddingRunsWithTheCoreAlone() throws Exception {
        assertThat(runWithTheCoreAlone(Readme.blocks("java").get(0))).matches("007[A-Za-z0-9+/]+=*\n");
    }

    @Test
    void theExampleOfCheckingSaysWhatIsMissing() throws Exception {
        assertThat(runWithTheCoreAlone(Readme.blocks("java").get(1)))
                .startsWith("REFUSED\n")
                .contains("publishAudioStream");
    }

    private String runWithTheCoreAlone(String program) throws Exception {
        Path core = Path.of(
                Rtc.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.writeString(folder.resolve("Example.java"), program);

        Outcome outcome = Program.java(folder).run("--class-path", core.toString(), "Example.java");

        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }

    @Test
    void theDependencyIsThisVersion() {
        assertThat(Readme.blocks("xml").get(0))
                .contains("<artifactId>token-core</artifactId>")
                .contains("<version>"
                        + Program.jar(folder).run("--version").out().strip().replaceFirst(".* ", "") + "<");
    }

    static List<String> configurations() {
        return Readme.blocks("yaml");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void everyConfigurationIsGood(String yaml) throws IOException {
        Files.writeString(folder.resolve("agora-token.yaml"), yaml);
        Files.writeString(folder.resolve("school-secondary.cert"), Program.CERTIFICATE);

        Map<String, String> project = yaml.contains("projects:") ? Map.of() : Program.PROJECT;
        Outcome outcome = Program.jar(folder).with(project).run("config", "check");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void theExampleOfADotEnvFileIsGoodOnceItIsFilledIn() throws IOException {
        String example = Files.readString(Path.of(Program.path("agora-token.root"), ".env.example"));
        Files.writeString(
                folder.resolve(".env"),
                example.replace("\nAPP_ID=", "\nAPP_ID=" + Program.APP_ID)
                        .replace("\nAPP_CERTIFICATE=", "\nAPP_CERTIFICATE=" + Program.CERTIFICATE)
                        .replace("\n# SERVER", "\nSERVER")
                        .replace("\n# CORS", "\nCORS")
                        .replace("\n# TOKEN", "\nTOKEN"));

        Outcome outcome = Program.jar(folder).with(Map.of()).run("config", "show");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("SERVER_HOST (.env)", "CORS_ALLOW_ORIGIN (.env)", "TOKEN_EXPIRE (.env)");
    }
}
