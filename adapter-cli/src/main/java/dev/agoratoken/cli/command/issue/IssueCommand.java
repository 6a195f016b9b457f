package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.JsonReader;
import dev.agoratoken.document.TokenRequestDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Issue any token: the request is the JSON of POST /v1/tokens.",
        customSynopsis = "agora-token issue [--request FILE] " + IssuingOptions.SYNOPSIS,
        footer = {
            "agora-token issue --request request.json",
            "echo '{\"services\":[{\"type\":\"rtm\",\"userId\":\"ann\"}]}' | agora-token issue"
        })
final class IssueCommand implements CliCommand {
    private final CommandContext commandContext;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            defaultValue = InputFile.STDIN,
            description = "The file with the request, or - for standard input (default).",
            order = 1)
    private String request;

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    IssueCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        InputFile file = new InputFile("request", request);
        issuing.rejectSharedStdin(file, "the request");
        Object document = JsonReader.readRequest(file.read(commandContext.in(), JsonReader.MAX_REQUEST_BYTES));
        return issuing.issue(
                commandContext, TokenRequestDocument.read(issuing.defaults().applyTo(document)));
    }
}
