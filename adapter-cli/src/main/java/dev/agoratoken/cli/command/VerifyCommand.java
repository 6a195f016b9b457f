package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.ExpectationOptions;
import dev.agoratoken.cli.option.JsonOption;
import dev.agoratoken.cli.option.ProjectOptions;
import dev.agoratoken.cli.option.TokenArgument;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.terminal.AnsiStyle;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.FindingFormatter;
import dev.agoratoken.document.VerificationDocument;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.verify.Verdict;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.verify.expectation.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Check whether Agora would accept a token, and explain why.",
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
            description = "The time of the check, such as 2026-11-24T09:00:00Z (default: now).",
            order = 10)
    private @Nullable String at;

    @Option(
            names = "--skew",
            paramLabel = "LENGTH",
            description = "The tolerated clock skew, such as 30s (default: 0).",
            order = 11)
    private @Nullable String skew;

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    VerifyCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        Expectation withoutAppId = expectation.expectation();
        Optional<AppId> clientAppId = project.appId();
        Optional<Instant> time = Optional.ofNullable(at).map(VerifyCommand::time);
        Duration tolerance = skew == null ? Duration.ZERO : tolerance(skew);
        Optional<ProjectName> projectName = project.project();
        project.rejectContradictions();
        project.rejectSharedStdin("cert-file", "the token", token.isStandardInput());
        String text = token.text(commandContext);
        Verifier verifier = commandContext.ports().verifiers().create(overrides(text, clientAppId));
        Optional<AppId> expectedAppId = clientAppId.or(() -> projectName.map(verifier::appIdOf));
        Expectation expected = expectedAppId.map(withoutAppId::withAppId).orElse(withoutAppId);
        Verification verification = verifier.verify(new VerificationRequest(text, expected, time, tolerance));
        print(VerificationDocument.from(verification));
        return ExitCodes.of(verification.verdict());
    }

    /** The certificate belongs to the given App ID, or else to that of the token. */
    private ConfigOverrides overrides(String text, Optional<AppId> clientAppId) {
        return project.overridesForCertificateOf(clientAppId.or(() -> appIdIn(text)));
    }

    private static Optional<AppId> appIdIn(String text) {
        return Inspection.of(text) instanceof Inspection.Readable readable
                ? Optional.of(readable.content().appId())
                : Optional.empty();
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException(
                    "at", "invalid time " + Printable.quote(text), "use a UTC time such as 2026-11-24T09:00:00Z");
        }
    }

    private static Duration tolerance(String text) {
        return text.matches("0[smh]?") ? Duration.ZERO : ArgumentParsers.skew("skew", text);
    }

    private void print(VerificationDocument document) {
        if (json.isPresent()) {
            commandContext.printJson(document);
            return;
        }
        AnsiStyle ansiStyle = AnsiStyle.of(commandContext.outputStyle());
        commandContext.out().println(coloured(document.verdict(), ansiStyle));
        document.findings().forEach(finding -> commandContext.out().println(FindingFormatter.of(finding, ansiStyle)));
        if (!document.sdkErrors().isEmpty()) {
            commandContext.out().println("clients show: " + String.join(" | ", document.sdkErrors()));
        }
    }

    private static String coloured(String verdict, AnsiStyle ansiStyle) {
        if (verdict.equals(Verdict.ACCEPTED.label())) {
            return ansiStyle.success(verdict);
        }
        return verdict.equals(Verdict.REFUSED.label()) ? ansiStyle.error(verdict) : ansiStyle.warning(verdict);
    }
}
