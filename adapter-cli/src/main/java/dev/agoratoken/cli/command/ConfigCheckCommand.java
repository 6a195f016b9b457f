package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.ConfigOption;
import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.cli.port.ConfigInspector;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.JsonReader;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Says whether the configuration is good, or what a caller may have (--as).",
        customSynopsis = {
            "agora-token config check [--config FILE]",
            "agora-token config check --as CALLER --request FILE [--claims FILE] [--json]"
        },
        footer = {
            "agora-token config check --config agora-token.yaml",
            "agora-token config check --as web-backend --request request.json"
        })
final class ConfigCheckCommand implements CliCommand {
    private static final String CLAIMS = "write {\"sub\":\"ann\",...}";

    private final CommandContext commandContext;

    @Option(names = "--as", paramLabel = "CALLER", description = "The caller that asks for a token.", order = 1)
    private String caller;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "The file that holds the request, as POST /v1/tokens takes it, or - for standard input.",
            order = 2)
    private String request;

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            description = "The file that holds the claims of its login token as JSON, or - for standard input.",
            order = 3)
    private String claims;

    @Option(names = "--json", description = "Print the answer as JSON.", order = 170)
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    ConfigCheckCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        if (caller != null) {
            return ask();
        }
        if (request != null || claims != null || json) {
            throw new InvalidValueException("as", "it is missing", "name the caller whose rights are asked for");
        }
        List<ConfigInspector.Entry> entries = commandContext.ports().config().check(config.overrides());
        commandContext
                .out()
                .println("the configuration is good: " + entries.size() + " values, see 'agora-token config show'");
        entries.stream()
                .filter(entry -> entry.warning() != null)
                .forEach(entry ->
                        commandContext.err().println("agora-token: warning: " + entry.name() + ": " + entry.warning()));
        return ExitCodes.DONE;
    }

    private int ask() {
        if (request == null) {
            throw new InvalidValueException("request", "it is missing", "name the file that holds the request, or -");
        }
        if (InputFile.STDIN.equals(request) && InputFile.STDIN.equals(claims)) {
            throw new InvalidValueException(
                    "claims", "the request is read from standard input", "name a file for one of the two");
        }
        Object document = read("request", request, "write {\"services\":[{\"type\":\"rtc\",...}]}");
        PolicyCheckReport check = PolicyCheckReport.of(
                commandContext.ports().policies().open(config.overrides(), caller, claims()), document);
        if (json) {
            commandContext.printJson(check);
        } else {
            check.lines().forEach(commandContext.out()::println);
        }
        return check.allowed() ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    @SuppressWarnings("unchecked")
    private Optional<Map<String, Object>> claims() {
        if (claims == null) {
            return Optional.empty();
        }
        if (read("claims", claims, CLAIMS) instanceof Map<?, ?> object) {
            // The keys of JSON objects are texts.
            return Optional.of((Map<String, Object>) object);
        }
        throw new InvalidValueException("claims", "they are no JSON object", CLAIMS);
    }

    private Object read(String option, String name, String remedy) {
        byte[] text = new InputFile(option, name).read(commandContext.in(), IssueCommand.MAX_REQUEST_BYTES);
        try {
            return JsonReader.read(text);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(option, e.problem(), remedy);
        }
    }
}
