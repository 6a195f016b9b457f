package dev.agoratoken.cli.command;

import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.RtcAndRtmOptions;
import dev.agoratoken.cli.terminal.Session;
import dev.agoratoken.issuing.Recipes;
import dev.agoratoken.token.service.Rtc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Makes a token for Speech-to-text, with RTC and Signaling.",
        customSynopsis = "agora-token stt " + RtcAndRtmOptions.SYNOPSIS + " " + IssuingOptions.SYNOPSIS,
        footer = "agora-token stt testing --uid 1234")
final class SttCommand implements CliCommand {
    private final Session session;

    @Mixin
    private final RtcAndRtmOptions people = new RtcAndRtmOptions();

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    SttCommand(Session session) {
        this.session = session;
    }

    @Override
    public int run() {
        Rtc rtc = people.rtc(issuing.wildcards());
        return issuing.issue(session, Recipes.stt(rtc, people.rtmUser(rtc.user())));
    }
}
