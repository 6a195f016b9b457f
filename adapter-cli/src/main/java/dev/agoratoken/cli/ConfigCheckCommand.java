package dev.agoratoken.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Reads the whole configuration and says whether it is good.",
        customSynopsis = "agora-token config check [--config FILE]",
        footer = "agora-token config check --config agora-token.yaml")
final class ConfigCheckCommand implements CliCommand {
    private final Session session;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    ConfigCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public int run() {
        int values = session.ports().config().read(config.overrides()).size();
        session.out().println("the configuration is good: " + values + " values, see 'agora-token config show'");
        return ExitCodes.DONE;
    }
}
