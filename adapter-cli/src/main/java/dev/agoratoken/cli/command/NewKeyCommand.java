package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.policy.caller.ApiKey;
import dev.agoratoken.issuing.policy.caller.CallerName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = "Makes a new API key for a caller. It is printed once and kept nowhere.",
        customSynopsis = "agora-token key new NAME [--json]",
        footer = "agora-token key new web-backend")
final class NewKeyCommand implements CliCommand {
    private final CommandContext commandContext;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the caller, such as web-backend.")
    private String name;

    @Option(names = "--json", description = "Print the key and its hash as JSON.", order = 170)
    private boolean json;

    NewKeyCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        CallerName caller = CallerName.of(name);
        ApiKey key = commandContext.ports().keys().get();
        if (json) {
            commandContext.printJson(
                    new NewKey(caller.value(), key.reveal(), key.hash().hex()));
        } else {
            commandContext.out().println(key.reveal());
            explain(caller, key);
        }
        return ExitCodes.DONE;
    }

    private void explain(CallerName caller, ApiKey key) {
        commandContext.err().println("agora-token: this key is not shown again; the configuration keeps its hash:");
        commandContext.err().println("callers:");
        commandContext.err().println("  - name: " + caller);
        commandContext.err().println("    key-sha256: " + key.hash().hex());
        commandContext.err().println("    allow:");
        commandContext.err().println("      - {services: [rtc, rtm], channels: [\"*\"], user: any, longest: 1h}");
    }

    /** What is printed as JSON. */
    record NewKey(String name, String key, String keySha256) {}
}
