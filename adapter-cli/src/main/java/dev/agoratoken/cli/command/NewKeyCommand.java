package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.JsonOption;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.policy.caller.ApiKey;
import dev.agoratoken.issuing.policy.caller.CallerName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        description = "Create an API key for a caller. It is printed once and not stored.",
        customSynopsis = "agora-token key new NAME [--json]",
        footer = "agora-token key new web-backend")
final class NewKeyCommand implements CliCommand {
    private final CommandContext commandContext;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the caller, such as web-backend.")
    private String name;

    @Mixin
    private final JsonOption json = new JsonOption();

    NewKeyCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        CallerName caller = CallerName.of(name);
        ApiKey key = commandContext.ports().keys().get();
        if (json.isPresent()) {
            commandContext.printJson(
                    new NewKey(caller.value(), key.reveal(), key.hash().hex()));
        } else {
            commandContext.out().println(key.reveal());
            explain(caller, key);
        }
        return ExitCodes.DONE;
    }

    private void explain(CallerName caller, ApiKey key) {
        commandContext.report("save the key now, it is not shown again; add its hash to the configuration:");
        commandContext.err().println("callers:");
        commandContext.err().println("  - name: " + caller);
        commandContext.err().println("    key-sha256: " + key.hash().hex());
        commandContext.err().println("    allow:");
        commandContext.err().println("      - {services: [rtc, rtm], channels: [\"*\"], user: any, longest: 1h}");
    }

    /** The JSON output. */
    record NewKey(String name, String key, String keySha256) {
        /** Redacts the key. */
        @Override
        public String toString() {
            return "NewKey[" + name + ", redacted, " + keySha256 + "]";
        }
    }
}
