package dev.agoratoken.issuing.policy;

import dev.agoratoken.token.TokenException;

/** The state that all instances share cannot be read, and the server is configured to reject requests without it. */
public final class SharedStateUnavailableException extends TokenException {
    private static final long serialVersionUID = 1L;

    public SharedStateUnavailableException() {
        super("shared_state_unavailable", "shared state: not available; try again later");
    }
}
