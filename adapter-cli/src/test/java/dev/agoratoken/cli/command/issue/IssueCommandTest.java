package dev.agoratoken.cli.command.issue;

import static dev.agoratoken.cli.CliFixture.runBadInput;
import static dev.agoratoken.cli.CliFixture.runWithInput;
import static dev.agoratoken.cli.PrintedTokenFixture.entry;
import static dev.agoratoken.cli.PrintedTokenFixture.rtc;
import static dev.agoratoken.cli.PrintedTokenFixture.service;
import static dev.agoratoken.cli.PrintedTokenFixture.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.service.ServiceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void appliesOptionsAsDefaultsOfTheRequest() {
        String wild = RTC.replace("testing", "t*");

        assertThat(tokenOf(runWithInput(wild, "issue", "--expire=10m", "--allow-wildcard"))
                        .services())
                .containsExactly(rtc("t*", "1234", 600, 1));
        assertThat(tokenOf(runWithInput("{\"expiresIn\":60," + RTC.substring(1), "issue", "--expire=10m"))
                        .services())
                .containsExactly(rtc("testing", "1234", 60, 1));
    }

    @Test
    void reportsEachErrorInOneLine() {
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
    @ValueSource(
            strings = {
                "",
                "[1,]",
                "{\"services\":[],\"services\":[]}",
                "{} {}",
                "{\"expiresIn\":NaN}",
                "{\"expiresIn\":0x10}",
                "{'services':[]}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
                "7",
            })
    void rejectsInvalidRequests(String text) {
        ApprovedMessages.verify("request " + text, runWithInput(text, "issue").rejection("request"));
    }

    @Test
    void rejectsRequestsThatAreTooLong() {
        ApprovedMessages.verify(
                "request of more than 16 KiB",
                runWithInput(RTC + " ".repeat(16 * 1024), "issue").rejection("request"));
    }

    @Test
    void rejectsUnreadableFiles() {
        String missing = folder.resolve("missing.json").toString();

        ApprovedMessages.verify(
                "missing file",
                runBadInput("issue", "--request", missing).rejection("request").replace(folder.toString(), "FOLDER"));
        assertThat(runBadInput("issue", "--request", folder.toString()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void readsOneThingOnlyFromStandardInput() {
        ApprovedMessages.verify(
                "certificate and request from standard input",
                runBadInput("issue", "--app-id", CliFixture.APP_ID, "--cert-file", "-")
                        .rejection("request"));
    }
}
