package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.TokenArgument;
import dev.agoratoken.cli.terminal.InspectionSheet;
import dev.agoratoken.cli.terminal.Paint;
import dev.agoratoken.cli.terminal.Session;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.wire.InspectionDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Shows what is in a token. It needs no certificate and verifies nothing.",
        customSynopsis = "agora-token inspect [TOKEN|-] [--json]",
        footer = {"agora-token inspect 007eJx...", "agora-token rtc testing --uid 1234 | agora-token inspect"})
final class InspectCommand implements CliCommand {
    private final Session session;

    @Mixin
    private final TokenArgument token = new TokenArgument();

    @Option(names = "--json", description = "Print it as JSON.", order = 170)
    private boolean json;

    InspectCommand(Session session) {
        this.session = session;
    }

    @Override
    public int run() {
        Inspection inspection = Inspection.of(token.text(session));
        InspectionDocument document = InspectionDocument.from(inspection);
        if (json) {
            session.printJson(document);
        } else {
            Paint paint = Paint.on(session.screen());
            InspectionSheet.of(document, session.ports().clock().instant(), paint)
                    .forEach(session.out()::println);
        }
        return inspection instanceof Inspection.Readable ? ExitCodes.DONE : ExitCodes.REFUSED;
    }
}
