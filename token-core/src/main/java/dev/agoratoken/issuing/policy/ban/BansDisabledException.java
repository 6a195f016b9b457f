package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.token.TokenException;

/** This server makes no bans, because anyone could make them. */
public final class BansDisabledException extends TokenException {
    private static final long serialVersionUID = 1L;

    public BansDisabledException() {
        super(
                "not_allowed",
                "bans: off, because this server does not authenticate callers;"
                        + " configure callers, and add actions: [issue, ban] to an allow rule");
    }
}
