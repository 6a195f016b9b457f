package dev.agoratoken.issuing.policy.caller;

import dev.agoratoken.token.TokenException;

/** Who asks cannot be found out at the moment, because somebody else who would know does not answer. */
public final class AuthenticationUnavailableException extends TokenException {
    private static final long serialVersionUID = 1L;

    public AuthenticationUnavailableException(String problem) {
        super("caller_check_unavailable", "credentials: " + problem + "; try again later");
    }
}
