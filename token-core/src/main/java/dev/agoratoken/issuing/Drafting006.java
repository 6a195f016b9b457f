package dev.agoratoken.issuing;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.Draft006;
import dev.agoratoken.token.service.PrivilegeEnd;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.TokenContent;
import java.time.Instant;
import java.util.List;

/** How format 006 says what is asked for (docs/reference/token-format.md#format-006). */
final class Drafting006 {
    private Drafting006() {}

    static Draft006 draft(
            AppId appId, Salt salt, Instant issuedAt, Lifetime lifetime, List<? extends Service> services) {
        Service service = services.size() == 1 ? services.get(0) : null;
        Instant tokenEnd = issuedAt.plusSeconds(Lifetime.LONGEST.seconds());
        if (service instanceof Rtc rtc) {
            refusePatterns(rtc);
            List<PrivilegeEntry> privileges = absolute(rtc.privileges().entries(), issuedAt, lifetime);
            return new Draft006(
                    appId, salt, tokenEnd, rtc.channel().value(), rtc.user().value(), privileges);
        }
        if (service instanceof Rtm rtm) {
            PrivilegeEnd login = rtm.privileges().entries().get(0).end();
            List<PrivilegeEntry> privileges =
                    absolute(List.of(new PrivilegeEntry(TokenContent.V006.RTM_LOGIN, login)), issuedAt, lifetime);
            return new Draft006(appId, salt, tokenEnd, rtm.userId().value(), "", privileges);
        }
        throw new InvalidValueException(
                "services",
                "format 006 cannot hold these",
                "ask for exactly one rtc or one rtm service, or for format 007");
    }

    private static void refusePatterns(Rtc rtc) {
        if (rtc.channel() instanceof ChannelPattern || rtc.user() instanceof UserPattern) {
            throw new InvalidValueException(
                    "format", "006 knows no wildcard patterns", "use format 007, or name one channel and user");
        }
    }

    /** Without an end of its own too, since the token as a whole claims 24 hours and not the lifetime that was asked for. */
    private static List<PrivilegeEntry> absolute(List<PrivilegeEntry> privileges, Instant issuedAt, Lifetime lifetime) {
        PrivilegeEnd tokenEnd = new PrivilegeEnd.At(issuedAt.plusSeconds(lifetime.seconds()));
        PrivilegeEntry[] absolute = new PrivilegeEntry[privileges.size()];
        for (int i = 0; i < absolute.length; i++) {
            PrivilegeEntry privilege = privileges.get(i);
            TokenMint.check(privilege.end(), lifetime);
            PrivilegeEnd end = privilege.end() instanceof PrivilegeEnd.After after
                    ? new PrivilegeEnd.At(issuedAt.plus(after.duration()))
                    : tokenEnd;
            absolute[i] = new PrivilegeEntry(privilege.id(), end);
        }
        return List.of(absolute);
    }
}
