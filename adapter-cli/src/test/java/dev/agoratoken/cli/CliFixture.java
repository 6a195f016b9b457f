package dev.agoratoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.port.BanServerFactory;
import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.ConfigInspector;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.port.IssuerFactory;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.port.PolicySimulator;
import dev.agoratoken.cli.port.ProcessControl;
import dev.agoratoken.cli.port.ServerLauncher;
import dev.agoratoken.cli.port.VerifierFactory;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.caller.ApiKey;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Runs of a command line with one project, a fixed clock and a fixed salt, whose streams are captured. */
public final class CliFixture {
    public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    public static final Salt SALT = Salt.of(1234567890);
    public static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
    public static final String CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b";
    public static final ServerLauncher NO_SERVER = (options, err) -> {
        throw new AssertionError("the server must not start");
    };

    /** For a run that must not get as far as the configuration. */
    public static final IssuerFactory NO_ISSUER = configOverrides -> {
        throw new AssertionError("the configuration must not be read for invalid input");
    };

    /** For a run that verifies nothing. */
    public static final VerifierFactory NO_VERIFIER = configOverrides -> {
        throw new AssertionError("nothing must be verified");
    };

    /** For a run that does not read the configuration. */
    public static final ConfigInspector NO_CONFIG = new ConfigInspector() {
        @Override
        public List<Entry> read(ConfigOverrides configOverrides) {
            throw new AssertionError("the configuration must not be read");
        }

        @Override
        public List<Entry> check(ConfigOverrides configOverrides) {
            throw new AssertionError("the configuration must not be checked");
        }
    };

    /** For a run that simulates no policy. */
    public static final PolicySimulator NO_POLICY = (configOverrides, caller, claims) -> {
        throw new AssertionError("no policy must be simulated");
    };

    /** A process without terminals or signals. */
    public static final ProcessControl NO_TERMINAL = new ProcessControl() {
        @Override
        public boolean isStderrTerminal() {
            return false;
        }

        @Override
        public boolean isStdinTerminal() {
            return false;
        }

        @Override
        public Registration onShutdown(IntSupplier stop) {
            return () -> {};
        }
    };

    /** For a run that creates no key. */
    public static final Supplier<ApiKey> NO_KEYS = () -> {
        throw new AssertionError("no key must be created");
    };

    /** For a run that asks no server. */
    public static final BanServerFactory NO_BANS = address -> {
        throw new AssertionError("no server must be asked");
    };

    private CliFixture() {}

    public static CliPorts ports(IssuerFactory issuers, ConfigInspector config, ServerLauncher serve) {
        return new CliPorts(
                issuers,
                NO_VERIFIER,
                config,
                NO_POLICY,
                NO_KEYS,
                NO_BANS,
                serve,
                NO_TERMINAL,
                InstantSource.fixed(NOW));
    }

    /** Ports of a program that issues tokens in this process. */
    public static CliPorts ports(ProcessControl processControl) {
        return new CliPorts(
                configOverrides -> issuer(TokenFormat.V007),
                NO_VERIFIER,
                NO_CONFIG,
                NO_POLICY,
                NO_KEYS,
                NO_BANS,
                NO_SERVER,
                processControl,
                InstantSource.fixed(NOW));
    }

    /** Ports of a program that only speaks to a server. */
    public static CliPorts ports(BanServerFactory bans) {
        return new CliPorts(
                NO_ISSUER,
                NO_VERIFIER,
                NO_CONFIG,
                NO_POLICY,
                NO_KEYS,
                bans,
                NO_SERVER,
                NO_TERMINAL,
                InstantSource.fixed(NOW));
    }

    /** A command line with piped output. */
    public static CliAdapter adapter(IssuerFactory issuers, ServerLauncher serve) {
        return adapter(ports(issuers, NO_CONFIG, serve), OutputStyle.PIPED);
    }

    public static CliAdapter adapter(CliPorts ports, OutputStyle outputStyle) {
        return new CliAdapter(ports, "0.1.0", outputStyle);
    }

    public static Outcome run(String... args) {
        return run(OutputStyle.PIPED, args);
    }

    public static Outcome run(OutputStyle outputStyle, String... args) {
        return run(
                adapter(ports(configOverrides -> issuer(TokenFormat.V007), NO_CONFIG, NO_SERVER), outputStyle), args);
    }

    public static Outcome run(CliAdapter adapter, String... args) {
        return runWithInput(adapter, "", args);
    }

    /** A run with this text on standard input. */
    public static Outcome runWithInput(String in, String... args) {
        return runWithInput(adapter(configOverrides -> issuer(TokenFormat.V007), NO_SERVER), in, args);
    }

    public static Outcome runWithInput(CliAdapter adapter, String in, String... args) {
        return runWithInput(adapter, new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), args);
    }

    /** A run with these bytes on standard input. */
    public static Outcome runWithInput(byte[] in, String... args) {
        return runWithInput(
                adapter(configOverrides -> issuer(TokenFormat.V007), NO_SERVER), new ByteArrayInputStream(in), args);
    }

    public static Outcome runWithInput(CliAdapter adapter, InputStream in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = adapter.run(in, printTo(out), printTo(err), args);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A run whose arguments are rejected before the configuration is read. */
    public static Outcome runBadInput(String... args) {
        return run(adapter(NO_ISSUER, NO_SERVER), args);
    }

    public static TokenIssuer issuer(TokenFormat defaultFormat) {
        Project project = Project.of(APP_ID, CERTIFICATE);
        IssuingDefaults standard = IssuingDefaults.STANDARD;
        return new TokenIssuer(
                Projects.of(List.of(project)),
                new IssuingDefaults(standard.project(), defaultFormat, standard.lifetime()),
                InstantSource.fixed(NOW),
                () -> SALT);
    }

    public static PrintStream printTo(OutputStream sink) {
        return new PrintStream(sink, true, StandardCharsets.UTF_8);
    }

    /** The result of a run. */
    public record Outcome(int exitCode, String out, String err) {
        /**
         * The sentence of a run that rejects its input: exit code 2, nothing on standard output, and one line that names
         * this field.
         */
        public String rejection(String field) {
            assertThat(exitCode).isEqualTo(2);
            assertThat(out).isEmpty();
            return message(field);
        }

        /** The sentence after the field in the only line on standard error. */
        public String message(String field) {
            String start = "agora-token: " + field + ": ";
            assertThat(err.lines()).singleElement().asString().startsWith(start);
            return err.lines().findFirst().orElseThrow().substring(start.length());
        }
    }
}
