package dev.agoratoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.ConfigSource.Entry;
import dev.agoratoken.token.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigCommandsTest {
    private final List<Overrides> seen = new ArrayList<>();

    private final CliAdapter adapter = adapter(() -> {});

    @Test
    void showsWhereEachValueComesFrom() {
        Outcome outcome = CliFixture.run(adapter, "config", "show");

        assertThat(outcome.out()).isEqualToNormalizingNewlines("""
                        server.port    8080  default
                        tokens.format  007   TOKEN_FORMAT (.env)
                        """);
        assertThat(outcome.exitCode()).isZero();
        assertThat(seen).containsExactly(Overrides.NONE);
    }

    @Test
    void showsItAsJson() {
        Outcome outcome = CliFixture.run(adapter, "config", "show", "--json", "--config=some.yaml");

        assertThat(outcome.out())
                .isEqualToNormalizingNewlines("[{\"name\":\"server.port\",\"value\":\"8080\",\"origin\":\"default\"},"
                        + "{\"name\":\"tokens.format\",\"value\":\"007\",\"origin\":\"TOKEN_FORMAT (.env)\"}]\n");
        assertThat(seen).containsExactly(new Overrides(Optional.empty(), Optional.empty(), Optional.of("some.yaml")));
    }

    @Test
    void saysThatAGoodConfigurationIsGood() {
        Outcome outcome = CliFixture.run(adapter, "config", "check");

        assertThat(outcome.out())
                .isEqualToNormalizingNewlines("the configuration is good: 2 values, see 'agora-token config show'\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void warnsOfWhatIsMostLikelyNotMeant() {
        CliAdapter odd =
                adapter(() -> List.of(new Entry("callers.web", "an API key", "agora-token.yaml line 3", "it is odd")));

        Outcome outcome = CliFixture.run(odd, "config", "check");

        assertThat(outcome.err()).isEqualToNormalizingNewlines("agora-token: warning: callers.web: it is odd\n");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void saysWhatIsWrongWithABadOne() {
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
    void showsWhatTheServerWouldNotStartWith() {
        CliAdapter bad = adapter(() -> {
            throw new InvalidValueException("SERVER_HOST (environment)", "it is refused", "leave it out");
        });

        assertThat(CliFixture.run(bad, "config", "show").exitCode()).isZero();
    }

    private CliAdapter adapter(Runnable check) {
        ConfigSource config = new ConfigSource() {
            @Override
            public List<Entry> read(Overrides overrides) {
                seen.add(overrides);
                return List.of(
                        new Entry("server.port", "8080", "default"),
                        new Entry("tokens.format", "007", "TOKEN_FORMAT (.env)"));
            }

            @Override
            public List<Entry> check(Overrides overrides) {
                check.run();
                return read(overrides);
            }
        };
        return CliFixture.adapter(CliFixture.ports(CliFixture.NO_ISSUER, config, CliFixture.NO_SERVER), Screen.NONE);
    }
}
