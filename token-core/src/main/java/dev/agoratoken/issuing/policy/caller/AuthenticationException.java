package dev.agoratoken.issuing.policy.caller;

import dev.agoratoken.token.TokenException;

/** The credentials of a caller are not valid, or are missing and required. */
public final class AuthenticationException extends TokenException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure.
     *
     * @param problem what is wrong with the credentials, without showing them
     * @param remedy what to do
     */
    public AuthenticationException(String problem, String remedy) {
        super("unknown_caller", "credentials: " + problem + "; " + remedy);
    }
}
