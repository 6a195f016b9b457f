package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.RtcAndRtmOptions;
import dev.agoratoken.cli.terminal.Session;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.Recipes;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.wire.IssuedTokenDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Makes a token for RTC and one for Signaling (RTM), or one token for both.",
        customSynopsis = "agora-token rte " + RtcAndRtmOptions.SYNOPSIS + " " + IssuingOptions.SYNOPSIS,
        footer = {"agora-token rte testing --uid 1234", "agora-token rte testing --uid 1234 --rtm-user alice --single"})
final class RteCommand implements CliCommand {
    private final Session session;

    @Mixin
    private final RtcAndRtmOptions people = new RtcAndRtmOptions();

    @Option(names = "--single", description = "Make one token that holds both services.", order = 20)
    private boolean single;

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    RteCommand(Session session) {
        this.session = session;
    }

    @Override
    public int run() {
        Rtc rtc = people.rtc(issuing.wildcards());
        RtmUserId userId = people.rtmUser(rtc.user());
        return single ? issuing.issue(session, Recipes.rtcWithRtm(rtc, userId)) : issueBoth(rtc, userId, people.role());
    }

    private int issueBoth(Rtc rtc, RtmUserId userId, Role chosen) {
        TokenRequest rtcRequest = issuing.request(List.of(rtc));
        TokenIssuer issuer = session.ports().issuers().open(issuing.overrides());
        List<Service> signaling = issuer.formatOf(rtcRequest) == TokenFormat.V006
                // Format 006 holds one service, so there was no right to a stream channel beside the login.
                ? List.of(Rtm.login(userId))
                : Recipes.streamChannel(userId, rtc.channel(), chosen == Role.PUBLISHER);
        print(issuer.issue(rtcRequest), issuer.issue(issuing.request(signaling)));
        return ExitCodes.DONE;
    }

    private void print(IssuedToken rtcToken, IssuedToken rtmToken) {
        if (issuing.isJson()) {
            Map<String, IssuedTokenDocument> both = new LinkedHashMap<>();
            both.put("rtcToken", IssuedTokenDocument.from(rtcToken));
            both.put("rtmToken", IssuedTokenDocument.from(rtmToken));
            session.printJson(both);
        } else {
            session.out().println("rtcToken=" + rtcToken.text());
            session.out().println("rtmToken=" + rtmToken.text());
        }
    }
}
