package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.token.TokenException;
import org.jspecify.annotations.Nullable;

/** Bans cannot be stored or changed now. Nothing was changed. */
public final class BanStoreUnavailableException extends TokenException {
    private static final long serialVersionUID = 1L;

    public BanStoreUnavailableException(String problem, @Nullable Throwable cause) {
        super("ban_store_unavailable", "bans: " + problem + "; retry later");
        initCause(cause);
    }
}
