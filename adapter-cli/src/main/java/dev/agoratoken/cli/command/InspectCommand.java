package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.JsonOption;
import dev.agoratoken.cli.option.TokenArgument;
import dev.agoratoken.cli.terminal.AnsiStyle;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.InspectionFormatter;
import dev.agoratoken.document.InspectionDocument;
import dev.agoratoken.verify.Inspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Show the contents of a token, without verifying it.",
        customSynopsis = "agora-token inspect [TOKEN|-] [--json]",
        footer = {"agora-token inspect 007eJx...", "agora-token rtc testing --uid 1234 | agora-token inspect"})
final class InspectCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final TokenArgument token = new TokenArgument();

    @Mixin
    private final JsonOption json = new JsonOption();

    InspectCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        Inspection inspection = Inspection.of(token.text(commandContext));
        InspectionDocument document = InspectionDocument.from(inspection);
        if (json.isPresent()) {
            commandContext.printJson(document);
        } else {
            AnsiStyle ansiStyle = AnsiStyle.of(commandContext.outputStyle());
            InspectionFormatter.of(document, commandContext.ports().clock().instant(), ansiStyle)
                    .forEach(commandContext.out()::println);
        }
        return inspection instanceof Inspection.Readable ? ExitCodes.DONE : ExitCodes.REJECTED;
    }
}
