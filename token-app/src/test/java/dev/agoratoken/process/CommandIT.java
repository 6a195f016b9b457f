package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandIT {
    @TempDir
    private Path folder;

    @Test
    void leavesABareTokenOnStandardOutput() {
        Outcome outcome = Program.jar(folder).with(Program.PROJECT).run("rtc", "testing", "--uid", "1234");

        assertThat(outcome.out()).matches("007[A-Za-z0-9+/]+=*\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void readsTheProjectFromDotEnvInTheWorkingDirectory() throws IOException {
        Files.writeString(
                folder.resolve(".env"), "APP_ID=" + Program.APP_ID + "\nAPP_CERTIFICATE=" + Program.CERTIFICATE + "\n");

        Outcome outcome = Program.jar(folder).run("rtm", "1234", "--format", "006");

        assertThat(outcome.out()).startsWith("006" + Program.APP_ID).hasSize(116);
    }

    @Test
    void readsTheCertificateFromStandardInput() {
        Outcome outcome = Program.jar(folder)
                .runWithInput(
                        Program.CERTIFICATE + "\n", "rtm", "1234", "--app-id", Program.APP_ID, "--cert-file", "-");

        assertThat(outcome.out()).startsWith("007");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void endsWithTwoAndOneLineIfItIsNotConfigured() {
        Outcome outcome = Program.jar(folder).run("rtc", "testing", "--uid", "1234");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(
                        "agora-token: APP_ID: not set; set it to the App ID of the project in the environment or .env,"
                                + " or try serve --demo\n");
    }

    @Test
    void neverShowsACertificateThatIsWrong() {
        String certificate = Program.CERTIFICATE.substring(1);

        Outcome outcome = Program.jar(folder)
                .with(Map.of("APP_ID", Program.APP_ID, "APP_CERTIFICATE", certificate))
                .run("rtc", "testing", "--uid", "1234");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines()).singleElement().asString().startsWith("agora-token: APP_CERTIFICATE (");
        assertThat(outcome.err()).doesNotContain(certificate.substring(0, 8));
    }

    @Test
    void loadsNothingThatAPlainTokenDoesNotNeed() {
        Outcome outcome = Program.jar(folder)
                .with(Program.PROJECT)
                .with(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:stdout"))
                .run("rtc", "testing", "--uid", "1234");

        assertThat(outcome.out().lines().filter(line -> line.contains("source:")))
                .anyMatch(line -> line.contains("dev.agoratoken.cli.command.issue.RtcCommand"))
                .noneMatch(line -> line.contains("org.eclipse.jetty") || line.contains("io.javalin"))
                .noneMatch(line -> line.contains("org.snakeyaml"))
                .noneMatch(line -> line.contains("com.fasterxml.jackson"))
                .noneMatch(line -> line.contains("org.slf4j") || line.contains("java.util.logging"))
                .noneMatch(line -> line.contains("com.github.benmanes.caffeine"))
                .noneMatch(line -> line.contains("com.nimbusds"))
                // Providers of Java 25 name one interface of it; what costs is the machinery.
                .noneMatch(line -> line.contains("javax.crypto.Jce") || line.contains("com.sun.crypto"));
    }

    @Test
    void runsFromTheShippedFolderTheSame() {
        Outcome outcome = Program.launcher(folder).with(Program.PROJECT).run("rtc", "testing", "--uid", "1234");

        assertThat(outcome.out()).matches("007[A-Za-z0-9+/]+=*\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void runsThroughALinkToTheLauncher() throws IOException {
        Path link = folder.resolve("a link");
        Files.createSymbolicLink(link, Path.of(Program.path("agora-token.dist"), "bin", "agora-token"));

        Outcome outcome = Program.at(folder, link).run("--version");
        Files.delete(link);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).matches("agora-token [0-9].*\n");
    }

    @Test
    void endsQuietlyWhereTheReaderHadEnough() {
        Outcome outcome = Program.shell(folder).run("{ agora-token completion bash; echo $? >&2; } | true");

        assertThat(outcome.err()).isEqualTo("0\n");
    }

    @Test
    void saysThatAFolderIsNoInput() {
        Outcome outcome = Program.shell(folder).run("agora-token inspect <.");

        assertThat(outcome.err())
                .isEqualTo("agora-token: token: standard input cannot be read (Is a directory); give the token as an"
                        + " argument\n");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void runsFromAFolderWithABlankInItsName() throws IOException {
        Path launcher = shippedTo(folder.resolve("a folder"));

        Outcome outcome = Program.at(folder, launcher).with(Program.PROJECT).run("rtc", "testing", "--uid", "1234");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).matches("007[A-Za-z0-9+/]+=*\n");
    }

    @Test
    void runsAsAScriptThatIsNamedWithoutItsFolder() throws IOException {
        Path bin = shippedTo(folder.resolve("tools")).getParent();
        Files.createSymbolicLink(bin.resolve("link"), Path.of("agora-token"));

        Outcome outcome = Program.shell(bin).run("sh agora-token --version && sh link --version");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).matches("(agora-token [0-9].*\n){2}");
    }

    /** The launcher in that folder, with what is shipped beside it. */
    private static Path shippedTo(Path folder) throws IOException {
        Path shipped = Path.of(Program.path("agora-token.dist"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("lib"), shipped.resolve("lib"));
        return Files.copy(
                shipped.resolve("bin").resolve("agora-token"),
                bin.resolve("agora-token"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }
}
