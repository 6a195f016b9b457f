package dev.agoratoken.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.port.ServerLauncher.ServeOptions;
import dev.agoratoken.token.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServeCommandTest {
    private final List<ServeOptions> seen = new ArrayList<>();
    private final CliAdapter adapter = CliFixture.adapter(CliFixture.NO_ISSUER, (options, err) -> {
        seen.add(options);
        err.println("listening");
        return 3;
    });

    @Test
    void leavesAbsentOptionsOpen() {
        CliFixture.run(adapter, "serve");

        assertThat(seen)
                .containsExactly(
                        new ServeOptions(Optional.empty(), Optional.empty(), false, false, ConfigOverrides.NONE));
    }

    @Test
    void passesOptionsOn() {
        CliFixture.run(adapter, "serve", "--host", "127.0.0.1", "--port", "65535", "--demo");
        CliFixture.run(adapter, "serve", "--port=0", "--open", "--config", "some.yaml");

        assertThat(seen)
                .containsExactly(
                        new ServeOptions(
                                Optional.of("127.0.0.1"), Optional.of(65535), false, true, ConfigOverrides.NONE),
                        new ServeOptions(
                                Optional.empty(),
                                Optional.of(0),
                                true,
                                false,
                                new ConfigOverrides(Optional.empty(), Optional.empty(), Optional.of("some.yaml"))));
    }

    @Test
    void endsAsTheServerEnds() {
        Outcome outcome = CliFixture.run(adapter, "serve");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err()).isEqualToNormalizingNewlines("listening\n");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void reportsAServerThatIsNotConfigured() {
        CliAdapter unconfigured = CliFixture.adapter(CliFixture.NO_ISSUER, (options, err) -> {
            throw new InvalidValueException("APP_ID", "it is not set", "set it");
        });

        Outcome outcome = CliFixture.run(unconfigured, "serve");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).isEqualToNormalizingNewlines("agora-token: APP_ID: it is not set; set it\n");
    }
}
