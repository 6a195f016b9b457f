package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.ConfigOption;
import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.cli.option.JsonOption;
import dev.agoratoken.cli.port.ConfigInspector;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.JsonReader;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Check the configuration, or what a caller may have (--as).",
        customSynopsis = {
            "agora-token config check [--config FILE]",
            "agora-token config check --as CALLER --request FILE [--claims FILE] [--json]"
        },
        footer = {
            "agora-token config check --config agora-token.yaml",
            "agora-token config check --as web-backend --request request.json"
        })
final class ConfigCheckCommand implements CliCommand {
    private static final String CLAIMS_REMEDY = "use {\"sub\":\"ann\",...}";

    private final CommandContext commandContext;

    @Option(names = "--as", paramLabel = "CALLER", description = "The caller that requests a token.", order = 1)
    private @Nullable String caller;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "The file with the request, as in POST /v1/tokens, or - for standard input.",
            order = 2)
    private @Nullable String request;

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            description = "The file with the claims of the caller's JWT as JSON, or - for standard input.",
            order = 3)
    private @Nullable String claims;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    ConfigCheckCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        if (caller != null) {
            return checkCaller(caller);
        }
        if (request != null || claims != null || json.isPresent()) {
            throw new InvalidValueException("as", "missing", "name the caller to check");
        }
        List<ConfigInspector.Entry> entries = commandContext.ports().config().check(config.overrides());
        commandContext
                .out()
                .println("the configuration is valid; 'agora-token config show' prints its "
                        + Printable.count(entries.size(), "value"));
        entries.stream()
                .filter(entry -> entry.warning() != null)
                .forEach(entry -> commandContext.report("warning: " + entry.name() + ": " + entry.warning()));
        return ExitCodes.DONE;
    }

    private int checkCaller(String callerName) {
        if (request == null) {
            throw new InvalidValueException(
                    "request", "missing", "name the file with the request, or - for standard input");
        }
        if (InputFile.STDIN.equals(request) && InputFile.STDIN.equals(claims)) {
            throw new InvalidValueException(
                    "claims",
                    "standard input cannot provide both the request and the claims",
                    "name a file for one of them");
        }
        Object document = JsonReader.readRequest(bytes("request", request));
        PolicyCheckReport report = PolicyCheckReport.of(
                commandContext.ports().policies().open(config.overrides(), callerName, claims()), document);
        if (json.isPresent()) {
            commandContext.printJson(report);
        } else {
            report.lines().forEach(commandContext.out()::println);
        }
        return report.allowed() ? ExitCodes.DONE : ExitCodes.REJECTED;
    }

    @SuppressWarnings("unchecked")
    private Optional<Map<String, Object>> claims() {
        if (claims == null) {
            return Optional.empty();
        }
        if (JsonReader.read("claims", bytes("claims", claims), CLAIMS_REMEDY) instanceof Map<?, ?> object) {
            // The keys of JSON objects are strings.
            return Optional.of((Map<String, Object>) object);
        }
        throw new InvalidValueException("claims", "must be a JSON object", CLAIMS_REMEDY);
    }

    private byte[] bytes(String option, String name) {
        return new InputFile(option, name).read(commandContext.in(), JsonReader.MAX_REQUEST_BYTES);
    }
}
