package dev.agoratoken.cli.command;

import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.RtcAndRtmOptions;
import dev.agoratoken.cli.terminal.Session;
import dev.agoratoken.issuing.Recipes;
import dev.agoratoken.token.service.Rtc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Makes a token for Conversational AI, with RTC and Signaling.",
        customSynopsis = "agora-token convoai " + RtcAndRtmOptions.SYNOPSIS + " " + IssuingOptions.SYNOPSIS,
        footer = "agora-token convoai testing --uid 1234")
final class ConvoAiCommand implements CliCommand {
    private final Session session;

    @Mixin
    private final RtcAndRtmOptions people = new RtcAndRtmOptions();

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    ConvoAiCommand(Session session) {
        this.session = session;
    }

    @Override
    public int run() {
        Rtc rtc = people.rtc(issuing.wildcards());
        return issuing.issue(session, Recipes.convoAi(rtc, people.rtmUser(rtc.user())));
    }
}
