package dev.agoratoken.app.agora;

import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule in the list of Agora.
 *
 * @param ts when it ends, in RFC 3339 UTC
 * @param createAt when it was made, in RFC 3339 UTC
 */
record KickingRule(long id, String cname, String uid, String ip, String ts, String createAt, List<String> privileges) {
    static final String JOIN_CHANNEL = "join_channel";

    KickingRule {
        privileges = privileges == null ? List.of() : List.copyOf(privileges);
    }

    /** Whether Agora removes exactly the users of this target. */
    boolean removes(BanTarget target) {
        return privileges.equals(List.of(JOIN_CHANNEL))
                && isAbsent(ip)
                && (isAbsent(cname) ? "" : cname)
                        .equals(target.channel().map(ChannelName::value).orElse(""))
                && (isAbsent(uid) ? "" : uid)
                        .equals(target.uid().map(UserId::value).orElse(""));
    }

    /** Whether it was made at that time or later. A rule without a readable time may have been. */
    boolean isMadeSince(Instant time) {
        return instant(createAt).map(made -> !made.isBefore(time)).orElse(true);
    }

    /** When it ends; empty if Agora does not say so in a known form. */
    Optional<Instant> until() {
        return instant(ts);
    }

    private static boolean isAbsent(String value) {
        return value == null || value.isEmpty() || value.equals("0");
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
