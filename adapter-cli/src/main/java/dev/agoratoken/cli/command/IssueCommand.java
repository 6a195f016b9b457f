package dev.agoratoken.cli.command;

import dev.agoratoken.cli.option.InputFile;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.terminal.JsonTree;
import dev.agoratoken.cli.terminal.Session;
import dev.agoratoken.wire.TokenRequestDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Makes any token: the request is the JSON that the HTTP API takes.",
        customSynopsis = "agora-token issue [--request FILE] " + IssuingOptions.SYNOPSIS,
        footer = {
            "agora-token issue --request request.json",
            "echo '{\"services\":[{\"type\":\"rtm\",\"userId\":\"ann\"}]}' | agora-token issue"
        })
final class IssueCommand implements CliCommand {
    /** As much as the HTTP API takes. */
    static final int LONGEST_REQUEST = 16 * 1024;

    private final Session session;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            defaultValue = InputFile.STANDARD,
            description = "The file that holds the request, or - for standard input (default).",
            order = 1)
    private String request;

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    IssueCommand(Session session) {
        this.session = session;
    }

    @Override
    public int run() {
        InputFile file = new InputFile("request", request);
        issuing.refuseSharing(file);
        Object document = JsonTree.read(file.read(session.in(), LONGEST_REQUEST));
        return issuing.issue(
                session, TokenRequestDocument.read(issuing.defaults().filledIn(document)));
    }
}
