package dev.agoratoken.issuing.policy.caller;

import dev.agoratoken.token.TokenException;

/** Somebody showed credentials that are not good, or none where some are needed. */
public final class AuthenticationException extends TokenException {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal of credentials.
     *
     * @param problem what is wrong with them, without showing them
     * @param remedy what would be right
     */
    public AuthenticationException(String problem, String remedy) {
        super("unknown_caller", "credentials: " + problem + "; " + remedy);
    }
}
