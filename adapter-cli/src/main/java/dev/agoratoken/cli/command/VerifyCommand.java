package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.error.SecretGuard;
import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.ConfigOption;
import dev.agoratoken.cli.option.ExpectationOptions;
import dev.agoratoken.cli.option.TokenArgument;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.terminal.AnsiStyle;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.FindingFormatter;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.verify.Expectation;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.verify.Verdict;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.wire.VerificationDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Says whether Agora would accept a token, and if not, why and what to do.",
        customSynopsis = "${COMMAND-FULL-NAME} [TOKEN|-] [--channel C] [--uid N | --account A] [OPTIONS]",
        footer = {
            "${COMMAND-FULL-NAME} 007eJx... --channel testing --uid 1234 --for publish",
            "${COMMAND-FULL-NAME} 007eJx... --user alice --for rtmLogin",
            "${COMMAND-FULL-NAME} - --at 2026-11-24T09:00:00Z < token.txt"
        })
final class VerifyCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final TokenArgument token = new TokenArgument();

    @Mixin
    private final ExpectationOptions expectation = new ExpectationOptions();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The moment to judge it at (default: now).",
            order = 10)
    private String at;

    @Option(
            names = "--skew",
            paramLabel = "LENGTH",
            description = "By how much clocks may differ, such as 30s (default: not at all).",
            order = 11)
    private String skew;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "The configured project that the token should be for.",
            order = 140)
    private String project;

    @Option(names = "--app-id", paramLabel = "ID", description = "The App ID that the client uses.", order = 150)
    private String appId;

    @Option(
            names = "--cert-file",
            paramLabel = "FILE",
            description = "The file that holds the certificate of that App ID, or - for standard input.",
            order = 160)
    private String certFile;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--json",
            description = "Print the verdict with everything that was found out as JSON.",
            order = 170)
    private boolean json;

    VerifyCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        Expectation open = expectation.expectation();
        Optional<AppId> client = Optional.ofNullable(appId).map(id -> ArgumentParsers.parse("app-id", id, AppId::of));
        Optional<Instant> moment = Optional.ofNullable(at).map(VerifyCommand::moment);
        Duration tolerance = skew == null ? Duration.ZERO : tolerance(skew);
        Optional<ProjectName> named = Optional.ofNullable(project).map(ProjectName::of);
        rejectContradictions();
        String text = token.text(commandContext);
        Verifier verifier = commandContext.ports().verifiers().create(overrides(text, client));
        Optional<AppId> meant = client.or(() -> named.map(verifier::appIdOf));
        Expectation expected = meant.map(open::withAppId).orElse(open);
        Verification verification = verifier.verify(new VerificationRequest(text, expected, moment, tolerance));
        print(VerificationDocument.from(verification));
        return ExitCodes.of(verification.verdict());
    }

    private void rejectContradictions() {
        if (project != null && (appId != null || certFile != null)) {
            throw new InvalidValueException(
                    "project",
                    "--app-id and --cert-file describe a project, and --project names another",
                    "leave out --project, or the other two");
        }
        if (certFile != null) {
            SecretGuard.rejectCertificateAsFileName(certFile);
            if (certFile.equals("-") && token.isStandardInput()) {
                throw new InvalidValueException(
                        "cert-file",
                        "token and certificate both come from standard input",
                        "give the token as an argument");
            }
        }
    }

    /** A certificate belongs to the App ID that is given, else to whichever the token has. */
    private ConfigOverrides overrides(String text, Optional<AppId> client) {
        if (certFile == null) {
            return config.overrides();
        }
        Optional<AppId> owner = client.or(() -> Inspection.of(text) instanceof Inspection.Readable readable
                ? Optional.of(readable.content().appId())
                : Optional.empty());
        return new ConfigOverrides(owner.map(AppId::value), owner.map(id -> certFile), config.file());
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException(
                    "at", Printable.quote(text) + " is no moment", "write it like 2026-11-24T09:00:00Z");
        }
    }

    private static Duration tolerance(String text) {
        return text.matches("0[smh]?") ? Duration.ZERO : ArgumentParsers.skew("skew", text);
    }

    private void print(VerificationDocument document) {
        if (json) {
            commandContext.printJson(document);
            return;
        }
        AnsiStyle ansiStyle = AnsiStyle.on(commandContext.outputStyle());
        commandContext.out().println(painted(document.verdict(), ansiStyle));
        document.findings().forEach(finding -> commandContext.out().println(FindingFormatter.of(finding, ansiStyle)));
        if (!document.sdkErrors().isEmpty()) {
            commandContext.out().println("clients show: " + String.join(" | ", document.sdkErrors()));
        }
    }

    private static String painted(String verdict, AnsiStyle ansiStyle) {
        if (verdict.equals(Verdict.ACCEPTED.label())) {
            return ansiStyle.success(verdict);
        }
        return verdict.equals(Verdict.REFUSED.label()) ? ansiStyle.error(verdict) : ansiStyle.warning(verdict);
    }
}
