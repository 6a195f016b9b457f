package dev.agoratoken.issuing.policy.caller;

/** Port: authenticates callers. Implementations are thread-safe. */
public interface CallerAuthenticator {
    /** Accepts any credentials and grants any token. */
    CallerAuthenticator OPEN = credentials -> Caller.OPEN;

    /**
     * Authenticates a caller.
     *
     * @throws AuthenticationException if the credentials are not valid, or are missing and required
     * @throws AuthenticationUnavailableException if they cannot be checked now
     */
    Caller identify(Credentials credentials);
}
