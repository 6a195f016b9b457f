package dev.agoratoken.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.ConfigInspector;
import dev.agoratoken.cli.port.ConfigInspector.Entry;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {
    private final List<ConfigOverrides> seen = new ArrayList<>();

    private final CliAdapter adapter = adapter(() -> {});

    @Test
    void showsWhereEachValueComesFrom() {
        Outcome outcome = CliFixture.run(adapter, "config", "show");

        assertThat(outcome.out()).isEqualToNormalizingNewlines("""
                        server.port    8080  default
                        tokens.format  007   TOKEN_FORMAT (.env)
                        """);
        assertThat(outcome.exitCode()).isZero();
        assertThat(seen).containsExactly(ConfigOverrides.NONE);
    }

    @Test
    void showsItAsJson() {
        Outcome outcome = CliFixture.run(adapter, "config", "show", "--json", "--config=some.yaml");

        assertThat(outcome.out())
                .isEqualToNormalizingNewlines("[{\"name\":\"server.port\",\"value\":\"8080\",\"origin\":\"default\"},"
                        + "{\"name\":\"tokens.format\",\"value\":\"007\",\"origin\":\"TOKEN_FORMAT (.env)\"}]\n");
        assertThat(seen)
                .containsExactly(new ConfigOverrides(Optional.empty(), Optional.empty(), Optional.of("some.yaml")));
    }

    @Test
    void reportsAValidConfiguration() {
        Outcome outcome = CliFixture.run(adapter, "config", "check");

        ApprovedMessages.verify("config check", outcome.out().strip());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void printsWarnings() {
        CliAdapter odd =
                adapter(() -> {}, new Entry("callers.web", "an API key", "agora-token.yaml line 3", "it is odd"));

        Outcome outcome = CliFixture.run(odd, "config", "check");

        assertThat(outcome.err()).isEqualToNormalizingNewlines("agora-token: warning: callers.web: it is odd\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void reportsAnInvalidConfiguration() {
        CliAdapter bad = adapter(() -> {
            throw new InvalidValueException("server.prot", "there is no such setting", "did you mean port?");
        });

        Outcome outcome = CliFixture.run(bad, "config", "check");

        assertThat(outcome.err())
                .isEqualToNormalizingNewlines(
                        "agora-token: server.prot: there is no such setting; did you mean port?\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void showsAConfigurationThatServeRejects() {
        CliAdapter bad = adapter(() -> {
            throw new InvalidValueException("SERVER_HOST (environment)", "not allowed", "remove it");
        });

        assertThat(CliFixture.run(bad, "config", "show").exitCode()).isZero();
    }

    @Test
    void reportsInvalidClaimsAsClaims(@TempDir Path folder) throws IOException {
        String request = Files.writeString(folder.resolve("request.json"), "{}").toString();
        String claims =
                Files.writeString(folder.resolve("claims.json"), "{\"sub\":").toString();

        Outcome outcome =
                CliFixture.run(adapter, "config", "check", "--as", "web", "--request", request, "--claims", claims);

        ApprovedMessages.verify("invalid claims", outcome.rejection("claims"));
    }

    @Test
    void namesOptionsThatAreMissingWithoutTheirDashes() {
        ApprovedMessages.verify(
                "check --as",
                CliFixture.run(adapter, "config", "check", "--as=web").rejection("request"));
        ApprovedMessages.verify(
                "check --json",
                CliFixture.run(adapter, "config", "check", "--json").rejection("as"));
        ApprovedMessages.verify(
                "check, all from standard input",
                CliFixture.run(adapter, "config", "check", "--as=web", "--request=-", "--claims=-")
                        .rejection("claims"));
    }

    private CliAdapter adapter(Runnable check, Entry... more) {
        ConfigInspector config = new ConfigInspector() {
            @Override
            public List<Entry> read(ConfigOverrides configOverrides) {
                seen.add(configOverrides);
                return List.of(
                        new Entry("server.port", "8080", "default"),
                        new Entry("tokens.format", "007", "TOKEN_FORMAT (.env)"));
            }

            @Override
            public List<Entry> check(ConfigOverrides configOverrides) {
                check.run();
                return Stream.concat(read(configOverrides).stream(), Stream.of(more))
                        .toList();
            }
        };
        return CliFixture.adapter(
                CliFixture.ports(CliFixture.NO_ISSUER, config, CliFixture.NO_SERVER), OutputStyle.PIPED);
    }
}
