package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.token.TokenException;
import java.time.Instant;

/** The requested token is within a ban. */
public final class BannedException extends TokenException {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final Instant until;

    public BannedException(Ban ban) {
        super("banned", subject(ban.target()) + ": banned until " + ban.until() + "; request the token after that");
        this.id = ban.id().value();
        this.until = ban.until();
    }

    private static String subject(BanTarget target) {
        return target.namesUser() ? "user" : "channel";
    }

    /** The ban, for the audit; callers who may not see bans do not get it. */
    public BanId id() {
        return BanId.of(id);
    }

    /** When the ban ends, without fractions of a second. */
    public Instant until() {
        return until;
    }
}
