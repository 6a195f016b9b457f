package dev.agoratoken.cli.command;

import static dev.agoratoken.cli.CliFixture.runBadInput;
import static dev.agoratoken.cli.CliFixture.runWithInput;
import static dev.agoratoken.cli.PrintedTokenFixture.entry;
import static dev.agoratoken.cli.PrintedTokenFixture.rtc;
import static dev.agoratoken.cli.PrintedTokenFixture.service;
import static dev.agoratoken.cli.PrintedTokenFixture.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.token.service.ServiceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueCommandTest {
    private static final String RTC = "{\"services\":[{\"type\":\"rtc\",\"channel\":\"testing\",\"uid\":1234}]}";

    @TempDir
    private Path folder;

    @Test
    void readsTheRequestFromStandardInput() {
        assertThat(tokenOf(runWithInput(RTC, "issue")).services()).containsExactly(rtc("testing", "1234", 3600, 1));
        assertThat(tokenOf(runWithInput(RTC, "issue", "--request", "-")).services())
                .hasSize(1);
    }

    @Test
    void readsTheRequestFromAFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("request.json"),
                "{\"expiresIn\":600,\"services\":[{\"type\":\"streaming\",\"channel\":\"testing\",\"uid\":7,"
                        + "\"privileges\":{\"publishRawStream\":60}}]}");

        Outcome outcome = runWithInput("", "issue", "--request", file.toString());

        assertThat(tokenOf(outcome).services())
                .containsExactly(service(ServiceType.STREAMING, List.of(entry(2, 60)), "testing", "7"));
    }

    @Test
    void fillsInFromTheArgumentsWhatTheRequestLeavesOpen() {
        String wild = RTC.replace("testing", "t*");

        assertThat(tokenOf(runWithInput(wild, "issue", "--expire=10m", "--allow-wildcard"))
                        .services())
                .containsExactly(rtc("t*", "1234", 600, 1));
        assertThat(tokenOf(runWithInput("{\"expiresIn\":60," + RTC.substring(1), "issue", "--expire=10m"))
                        .services())
                .containsExactly(rtc("testing", "1234", 60, 1));
    }

    @Test
    void saysInOneLineEachEverythingThatIsWrong() {
        Outcome outcome = runWithInput(
                "{\"expires\":60,\"services\":[{\"type\":\"rtcc\"},{\"type\":\"rtc\",\"channel\":\"\",\"uid\":0}]}",
                "issue");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .extracting(line -> line.split(": ")[1])
                .containsExactly("expires", "services[0].type", "services[1].channel", "services[1].uid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|request: it is no JSON",
                "[1,]|request: it is no JSON at line 1, column 4",
                "{\"services\":[],\"services\":[]}|request: it is no JSON at line 1, column 26 (Duplicate field 'services')",
                "{} {}|request: it is no JSON",
                "{\"expiresIn\":NaN}|request: it is no JSON",
                "{\"expiresIn\":0x10}|request: it is no JSON",
                "{'services':[]}|request: it is no JSON",
                "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]|request: it is no JSON",
                "7|request: must be an object, not 7",
            })
    void refusesWhatIsNoRequest(String text, String complaint) {
        Outcome outcome = runWithInput(text, "issue");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).singleElement().asString().startsWith("agora-token: " + complaint);
    }

    @Test
    void refusesRequestsThatAreTooLong() {
        assertThat(runWithInput(RTC + " ".repeat(16 * 1024), "issue").err())
                .isEqualToNormalizingNewlines(
                        "agora-token: request: there is more than 16384 bytes; make it shorter\n");
    }

    @Test
    void refusesFilesThatCannotBeRead() {
        String missing = folder.resolve("missing.json").toString();

        assertThat(runBadInput("issue", "--request", missing).err())
                .startsWith("agora-token: request: ")
                .contains("missing.json", "cannot be read");
        assertThat(runBadInput("issue", "--request", folder.toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void takesOneThingOnlyFromStandardInput() {
        assertThat(runBadInput("issue", "--app-id", CliFixture.APP_ID, "--cert-file", "-")
                        .err())
                .isEqualToNormalizingNewlines(
                        "agora-token: request: the certificate is read from standard input; name a"
                                + " file for one of the two\n");
    }
}
