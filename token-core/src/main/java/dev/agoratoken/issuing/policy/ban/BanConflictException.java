package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.token.TokenException;

/** There is a ban with that id, and it differs from the new one. */
public final class BanConflictException extends TokenException {
    private static final long serialVersionUID = 1L;

    public BanConflictException(BanId id) {
        super("ban_exists", "id: there is another ban with the id " + id + "; leave out id, or delete that ban first");
    }
}
