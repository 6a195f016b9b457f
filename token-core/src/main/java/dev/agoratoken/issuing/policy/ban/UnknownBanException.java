package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.token.TokenException;

/** There is no ban with that id, or it ended. */
public final class UnknownBanException extends TokenException {
    private static final long serialVersionUID = 1L;

    public UnknownBanException(BanId id) {
        super("unknown_ban", "id: no ban with the id " + id + " holds now; list the bans with GET /v1/bans");
    }
}
