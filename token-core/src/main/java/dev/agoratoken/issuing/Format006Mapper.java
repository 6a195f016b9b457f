package dev.agoratoken.issuing;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.time.Instant;
import java.util.List;

/** Converts services to the content of format 006 (docs/reference/token-format.md#format-006). */
final class Format006Mapper {
    private Format006Mapper() {}

    static Format006Payload map(
            AppId appId, Salt salt, Instant issuedAt, Lifetime lifetime, List<? extends Service> services) {
        Service service = services.size() == 1 ? services.get(0) : null;
        Instant tokenEnd = issuedAt.plusSeconds(Lifetime.MAX.seconds());
        if (service instanceof Rtc rtc) {
            rejectPatterns(rtc);
            List<PrivilegeEntry> privileges =
                    absolute(ServiceType.RTC, rtc.privileges().entries(), issuedAt, lifetime);
            return new Format006Payload(
                    appId, salt, tokenEnd, rtc.channel().value(), rtc.user().value(), privileges);
        }
        if (service instanceof Rtm rtm) {
            PrivilegeExpiry login = absolute(ServiceType.RTM, rtm.privileges().entries(), issuedAt, lifetime)
                    .get(0)
                    .expiry();
            List<PrivilegeEntry> privileges = List.of(new PrivilegeEntry(TokenContent.V006.RTM_LOGIN, login));
            return new Format006Payload(appId, salt, tokenEnd, rtm.userId().value(), "", privileges);
        }
        throw new InvalidValueException(
                "services",
                "format 006 cannot contain these services",
                "request exactly one rtc or one rtm service, or use format 007");
    }

    private static void rejectPatterns(Rtc rtc) {
        if (rtc.channel() instanceof ChannelPattern || rtc.user() instanceof UserPattern) {
            throw new InvalidValueException(
                    "format", "006 has no wildcard patterns", "use format 007, or name one channel and user");
        }
    }

    /**
     * Converts expiries to points in time. Privileges without an expiry get one as well, since the token itself always
     * claims 24 hours instead of the requested lifetime.
     */
    private static List<PrivilegeEntry> absolute(
            ServiceType type, List<PrivilegeEntry> privileges, Instant issuedAt, Lifetime lifetime) {
        PrivilegeExpiry tokenEnd = new PrivilegeExpiry.At(issuedAt.plusSeconds(lifetime.seconds()));
        PrivilegeEntry[] absolute = new PrivilegeEntry[privileges.size()];
        for (int i = 0; i < absolute.length; i++) {
            PrivilegeEntry privilege = privileges.get(i);
            TokenMint.check(type, privilege, lifetime);
            PrivilegeExpiry expiry = privilege.expiry() instanceof PrivilegeExpiry.After after
                    ? new PrivilegeExpiry.At(issuedAt.plus(after.duration()))
                    : tokenEnd;
            absolute[i] = new PrivilegeEntry(privilege.id(), expiry);
        }
        return List.of(absolute);
    }
}
