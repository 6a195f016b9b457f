package dev.agoratoken.issuing.policy.caller;

import dev.agoratoken.token.TokenException;

/**
 * The caller cannot be authenticated now, because a service that is needed for it, such as an identity provider, does
 * not respond.
 */
public final class AuthenticationUnavailableException extends TokenException {
    private static final long serialVersionUID = 1L;

    public AuthenticationUnavailableException(String problem) {
        super("caller_check_unavailable", "credentials: " + problem + "; try again later");
    }
}
